import { Migration } from '@mikro-orm/migrations';

export class Migration20261122225316_paper_print extends Migration {
  override name = 'Migration20261122225316_paper_print';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "paper_form" ("id" uuid not null, "assembly_id" uuid not null, "form_version" int not null, "digest" text not null, "wording" jsonb not null, "pages" jsonb not null, "created_at" timestamptz(3) not null, primary key ("id"));`,
    );
    this.addSql(`alter table "paper_form" add constraint "paper_form_version" unique ("assembly_id", "form_version");`);
    this.addSql(`alter table "paper_form" add constraint "paper_form_digest" unique ("assembly_id", "digest");`);

    this.addSql(
      `create table "print_run" ("id" uuid not null, "assembly_id" uuid not null, "form_id" uuid not null, "state" text not null, "entrance" int null, "owner_id" uuid null, "per_ownership" boolean not null, "blank" boolean not null, "done" int not null, "total" int not null, "sheets" int not null, "requested_by" uuid not null, "requested_at" timestamptz(3) not null, "finished_at" timestamptz(3) null, "sha256" text null, "size" int null, primary key ("id"));`,
    );
    this.addSql(`create index "print_run_assembly_id_index" on "print_run" ("assembly_id");`);
    this.addSql(`create index "print_run_going_on" on "print_run" ("requested_at") where "state" = 'PRINTING';`);

    this.addSql(
      `create table "print_part" ("run_id" uuid not null, "part" int not null, "sha256" text not null, "size" int not null, primary key ("run_id", "part"));`,
    );

    this.addSql(
      `create table "printed_ballot" ("run_id" uuid not null, "position" int not null, "owner_id" uuid null, "ownership_ids" uuid[] not null, "reference" uuid not null, "printed_number" text not null, primary key ("run_id", "position"));`,
    );
    this.addSql(`create index "printed_ballot_reference" on "printed_ballot" ("reference");`);
    this.addSql(`create index "printed_ballot_number" on "printed_ballot" ("printed_number");`);

    this.addSql(
      `alter table "paper_form" add constraint "paper_form_assembly_id_foreign" foreign key ("assembly_id") references "assembly" ("id");`,
    );

    this.addSql(
      `alter table "print_run" add constraint "print_run_assembly_id_foreign" foreign key ("assembly_id") references "assembly" ("id");`,
    );
    this.addSql(
      `alter table "print_run" add constraint "print_run_form_id_foreign" foreign key ("form_id") references "paper_form" ("id");`,
    );
    this.addSql(
      `alter table "print_run" add constraint "print_run_owner_id_foreign" foreign key ("owner_id") references "person" ("id") on delete set null;`,
    );
    this.addSql(
      `alter table "print_run" add constraint "print_run_state_check" check ("state" in ('PRINTING', 'PRINTED', 'FAILED'));`,
    );

    this.addSql(
      `alter table "print_part" add constraint "print_part_run_id_foreign" foreign key ("run_id") references "print_run" ("id");`,
    );

    this.addSql(
      `alter table "printed_ballot" add constraint "printed_ballot_run_id_foreign" foreign key ("run_id") references "print_run" ("id");`,
    );
    this.addSql(
      `alter table "printed_ballot" add constraint "printed_ballot_owner_id_foreign" foreign key ("owner_id") references "person" ("id") on delete set null;`,
    );
    // What was printed stays as it was: a code read years later leads to the same page.
    for (const table of ['paper_form', 'printed_ballot', 'print_part']) {
      this.addSql(`create trigger ${table}_append_only before update or delete on "${table}"
        for each row execute function veche_never_changes();`);
      this.addSql(`create trigger ${table}_not_truncated before truncate on "${table}"
        for each statement execute function veche_never_changes();`);
    }
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "print_run" drop constraint "print_run_form_id_foreign";`);
    this.addSql(`alter table "print_part" drop constraint "print_part_run_id_foreign";`);
    this.addSql(`alter table "printed_ballot" drop constraint "printed_ballot_run_id_foreign";`);

    this.addSql(`drop table if exists "paper_form" cascade;`);
    this.addSql(`drop table if exists "print_run" cascade;`);
    this.addSql(`drop table if exists "print_part" cascade;`);
    this.addSql(`drop table if exists "printed_ballot" cascade;`);
  }
}
