import { Migration } from '@mikro-orm/migrations';

export class Migration20261123022332_sheet extends Migration {
  override name = 'Migration20261123022332_sheet';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "paper_sheet" ("id" uuid not null, "assembly_id" uuid not null, "printed_number" text null, "owner_id" uuid null, "premises_ids" uuid[] not null, "handed_over_at" timestamptz(3) not null, "is_hand_over_typed" boolean not null, "taken_in_by" uuid not null, "taken_in_at" timestamptz(3) not null, "scan_file_id" uuid null, "proposal" text null, "state" text not null, "held_by" uuid null, "held_until" timestamptz(3) null, "submission_id" uuid null, "settled_at" timestamptz(3) null, primary key ("id"));`,
    );
    this.addSql(`create index "paper_sheet_waiting" on "paper_sheet" ("assembly_id", "state", "taken_in_at", "id");`);

    this.addSql(
      `create table "transcription" ("id" uuid not null, "sheet_id" uuid not null, "step" text not null, "by_account_id" uuid not null, "by_person_id" uuid not null, "at" timestamptz(3) not null, "owner_id" uuid not null, "premises_ids" uuid[] not null, "acted_by_id" uuid not null, "signed" boolean not null, "signed_on" date null, "sheet" text not null, "reason" text null, primary key ("id"));`,
    );
    this.addSql(`alter table "transcription" add constraint "transcription_once" unique ("sheet_id", "step");`);

    this.addSql(`alter table "assembly" add "four_eyes" boolean not null default false;`);

    this.addSql(
      `alter table "paper_sheet" add constraint "paper_sheet_assembly_id_foreign" foreign key ("assembly_id") references "assembly" ("id");`,
    );
    this.addSql(
      `alter table "paper_sheet" add constraint "paper_sheet_owner_id_foreign" foreign key ("owner_id") references "person" ("id") on delete set null;`,
    );
    this.addSql(
      `alter table "paper_sheet" add constraint "paper_sheet_scan_file_id_foreign" foreign key ("scan_file_id") references "stored_file" ("id") on delete set null;`,
    );
    this.addSql(
      `alter table "paper_sheet" add constraint "paper_sheet_state_check" check ("state" in ('TAKEN_IN', 'ENTERED', 'DIFFERENT', 'CONFIRMED', 'NOT_CONFIRMED'));`,
    );

    this.addSql(
      `alter table "transcription" add constraint "transcription_sheet_id_foreign" foreign key ("sheet_id") references "paper_sheet" ("id");`,
    );
    this.addSql(
      `alter table "transcription" add constraint "transcription_owner_id_foreign" foreign key ("owner_id") references "person" ("id");`,
    );
    this.addSql(
      `alter table "transcription" add constraint "transcription_acted_by_id_foreign" foreign key ("acted_by_id") references "person" ("id");`,
    );
    this.addSql(
      `alter table "transcription" add constraint "transcription_step_check" check ("step" in ('FIRST', 'SECOND', 'DECISION'));`,
    );
    // The hand-over and what was read on a sheet stay as they were; a settled sheet stays whole.
    this.addSql(`
      create function veche_sheet_stays() returns trigger language plpgsql as $$
      begin
        if tg_op <> 'UPDATE' or old.state in ('CONFIRMED', 'NOT_CONFIRMED') then
          raise exception 'a sheet is never erased' using errcode = '42501';
        end if;
        if (to_jsonb(old) - '{state,held_by,held_until,submission_id,settled_at,scan_file_id,proposal}'::text[])
           is distinct from (to_jsonb(new) - '{state,held_by,held_until,submission_id,settled_at,scan_file_id,proposal}'::text[]) then
          raise exception 'a sheet never changes' using errcode = '42501';
        end if;
        return new;
      end $$;`);
    this.addSql(`create trigger paper_sheet_stays before update or delete on "paper_sheet"
      for each row execute function veche_sheet_stays();`);
    this.addSql(`create trigger transcription_append_only before update or delete on "transcription"
      for each row execute function veche_never_changes();`);
    for (const table of ['paper_sheet', 'transcription']) {
      this.addSql(`create trigger ${table}_not_truncated before truncate on "${table}"
        for each statement execute function veche_never_changes();`);
    }
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "transcription" drop constraint "transcription_sheet_id_foreign";`);

    this.addSql(`drop table if exists "paper_sheet" cascade;`);
    this.addSql(`drop table if exists "transcription" cascade;`);

    this.addSql('drop function veche_sheet_stays();');
    this.addSql(`alter table "assembly" drop column "four_eyes";`);
  }
}
