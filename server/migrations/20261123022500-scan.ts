import { Migration } from '@mikro-orm/migrations';

export class Migration20261123022500_scan extends Migration {
  override name = 'Migration20261123022500_scan';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "scan" ("id" uuid not null, "assembly_id" uuid not null, "file_name" text not null, "size" int not null, "received" int not null, "state" text not null, "fault" text null, "sha256" text null, "page_count" int null, "uploaded_by" uuid not null, "begun_at" timestamptz(3) not null, "finished_at" timestamptz(3) null, primary key ("id"));`,
    );
    this.addSql(`create index "scan_assembly_id_index" on "scan" ("assembly_id");`);
    this.addSql(`create index "scan_going_on" on "scan" ("begun_at") where "state" = 'READING';`);

    this.addSql(
      `create table "scan_chunk" ("scan_id" uuid not null, "start" int not null, "content" bytea not null, primary key ("scan_id", "start"));`,
    );

    this.addSql(
      `create table "scanned_ballot" ("id" uuid not null, "assembly_id" uuid not null, "form_id" uuid not null, "owner_id" uuid null, "reference" uuid not null, "printed_number" text not null, "page_count" int not null, "first_read_at" timestamptz(3) not null, primary key ("id"));`,
    );
    this.addSql(`create index "scanned_ballot_owner" on "scanned_ballot" ("owner_id");`);
    this.addSql(
      `alter table "scanned_ballot" add constraint "scanned_ballot_once" unique ("assembly_id", "printed_number", "form_id");`,
    );

    this.addSql(
      `create table "scan_page" ("id" uuid not null, "scan_id" uuid not null, "number" int not null, "state" text not null, "fault" text null, "ballot_id" uuid null, "sheet_page" int null, "boxes" jsonb not null, "read_at" timestamptz(3) not null, "settled_by" uuid null, "settled_at" timestamptz(3) null, "note" text null, primary key ("id"));`,
    );
    this.addSql(`create index "scan_page_ballot_id_index" on "scan_page" ("ballot_id");`);
    this.addSql(`create index "scan_page_queue" on "scan_page" ("scan_id") where "state" = 'QUEUED';`);
    this.addSql(
      `create unique index "scan_page_counts_once" on "scan_page" ("ballot_id", "sheet_page") where "state" = 'READ';`,
    );
    this.addSql(`alter table "scan_page" add constraint "scan_page_number" unique ("scan_id", "number");`);

    this.addSql(
      `alter table "scan" add constraint "scan_assembly_id_foreign" foreign key ("assembly_id") references "assembly" ("id");`,
    );
    this.addSql(
      `alter table "scan" add constraint "scan_state_check" check ("state" in ('UPLOADING', 'READING', 'READ', 'REFUSED'));`,
    );
    this.addSql(
      `alter table "scan" add constraint "scan_fault_check" check ("fault" in ('EMPTY', 'TOO_LARGE', 'NOT_A_SCAN', 'LOCKED', 'SCRIPTS', 'TOO_MANY_PAGES', 'DAMAGED', 'TOO_SLOW', 'READER_DIED', 'ALREADY_UPLOADED'));`,
    );
    this.addSql(
      `alter table "scan_chunk" add constraint "scan_chunk_scan_id_foreign" foreign key ("scan_id") references "scan" ("id");`,
    );
    this.addSql(
      `alter table "scanned_ballot" add constraint "scanned_ballot_assembly_id_foreign" foreign key ("assembly_id") references "assembly" ("id");`,
    );
    this.addSql(
      `alter table "scanned_ballot" add constraint "scanned_ballot_form_id_foreign" foreign key ("form_id") references "paper_form" ("id");`,
    );
    this.addSql(
      `alter table "scanned_ballot" add constraint "scanned_ballot_owner_id_foreign" foreign key ("owner_id") references "person" ("id") on delete set null;`,
    );
    this.addSql(
      `alter table "scan_page" add constraint "scan_page_scan_id_foreign" foreign key ("scan_id") references "scan" ("id");`,
    );
    this.addSql(
      `alter table "scan_page" add constraint "scan_page_ballot_id_foreign" foreign key ("ballot_id") references "scanned_ballot" ("id") on delete set null;`,
    );
    this.addSql(
      `alter table "scan_page" add constraint "scan_page_state_check" check ("state" in ('READ', 'QUEUED', 'REPEATED', 'SET_ASIDE'));`,
    );
    this.addSql(
      `alter table "scan_page" add constraint "scan_page_fault_check" check ("fault" in ('DAMAGED', 'TOO_MANY_PIXELS', 'TOO_SLOW', 'READER_DIED', 'CODE_NOT_FOUND', 'SEVERAL_CODES', 'CODE_UNKNOWN', 'CORNERS_NOT_FOUND', 'TOO_WARPED', 'OTHER_ASSEMBLY', 'REPEATED_DIFFERENTLY'));`,
    );
    // A ballot is begun once and stays. A page changes once: a person takes it out of the queue; what was seen on it stays.
    this.addSql(`create trigger scanned_ballot_append_only before update or delete on "scanned_ballot"
      for each row execute function veche_never_changes();`);
    this.addSql(`create function veche_scan_page_settles() returns trigger language plpgsql as $$
      begin
        if tg_op = 'DELETE' or old.state <> 'QUEUED' or new.state not in ('READ', 'SET_ASIDE')
          or (new.id, new.scan_id, new.number, new.read_at) is distinct from (old.id, old.scan_id, old.number, old.read_at)
          or new.fault is distinct from old.fault or new.boxes is distinct from old.boxes then
          raise exception 'scan_page is append-only' using errcode = '42501';
        end if;
        return new;
      end $$;`);
    this.addSql(`create trigger scan_page_settles before update or delete on "scan_page"
      for each row execute function veche_scan_page_settles();`);
    for (const table of ['scan', 'scanned_ballot', 'scan_page'])
      this.addSql(`create trigger ${table}_not_truncated before truncate on "${table}"
        for each statement execute function veche_never_changes();`);
  }

  override down(): void | Promise<void> {
    for (const table of ['scan_page', 'scanned_ballot', 'scan_chunk', 'scan'])
      this.addSql(`drop table if exists "${table}" cascade;`);
    this.addSql('drop function if exists veche_scan_page_settles();');
  }
}
