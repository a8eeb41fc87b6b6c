import { Migration } from '@mikro-orm/migrations';

export class Migration20261122200451_import extends Migration {
  override name = 'Migration20261122200451_import';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "import_row" ("import_id" uuid not null, "row_number" int not null, "verdict" text null, "errors" jsonb null, "values_sealed" bytea null, "place_key" text null, "person_key" text null, "parent_key" text null, "fields" jsonb null, "details_sealed" bytea null, "own_id" uuid null, "place_id" uuid null, "creates_place" boolean not null default false, "person_id" uuid null, "creates_person" boolean not null default false, "ownership_id" uuid null, "creates_ownership" boolean not null default false, "plan" jsonb null, "fills_title" boolean not null default false, "fills_details" boolean not null default false, "before" jsonb null, primary key ("import_id", "row_number"));`,
    );
    // Every row is put down once and judged once: the judgement finds its place on the same page.
    this.addSql(`alter table "import_row" set (fillfactor = 60);`);
    this.addSql(`create index "import_row_place" on "import_row" ("import_id", "place_key", "row_number");`);

    this.addSql(
      `create table "import_job" ("id" uuid not null, "kind" text not null, "house_id" uuid null, "file_id" uuid not null, "state" text not null, "sheets" text[] not null, "sheet" text null, "encoding" text null, "delimiter" text null, "has_header" boolean not null, "width" int not null, "headings" jsonb null, "proposal" jsonb not null, "columns" jsonb null, "options" jsonb not null, "rows_done" int not null, "rows_total" int null, "new_rows" int null, "same_rows" int null, "changed_rows" int null, "refused_rows" int null, "register_digest" text null, "failure" jsonb null, "created_by" uuid not null, "started_by" uuid null, "created_at" timestamptz(3) not null, "rehearsed_at" timestamptz(3) null, "committed_at" timestamptz(3) null, "undone_at" timestamptz(3) null, primary key ("id"));`,
    );
    this.addSql(`create index "import_job_house_id_index" on "import_job" ("house_id");`);
    this.addSql(
      `create index "import_job_running" on "import_job" ("state") where "state" in ('REHEARSING', 'COMMITTING');`,
    );
    this.addSql(`create index "import_job_created" on "import_job" ("created_at");`);

    this.addSql(`alter table "guardianship" add "import_id" uuid null;`);

    this.addSql(
      `alter table "import_row" add constraint "import_row_verdict_check" check ("verdict" in ('NEW', 'SAME', 'CHANGED', 'REFUSED'));`,
    );

    this.addSql(
      `alter table "import_job" add constraint "import_job_house_id_foreign" foreign key ("house_id") references "house" ("id") on delete set null;`,
    );
    this.addSql(
      `alter table "import_job" add constraint "import_job_file_id_foreign" foreign key ("file_id") references "stored_file" ("id");`,
    );
    this.addSql(
      `alter table "import_job" add constraint "import_job_kind_check" check ("kind" in ('HOUSES', 'REGISTER'));`,
    );
    this.addSql(
      `alter table "import_job" add constraint "import_job_state_check" check ("state" in ('PREPARED', 'MAPPED', 'REHEARSING', 'REHEARSED', 'COMMITTING', 'COMMITTED', 'UNDONE'));`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table "import_row";`);
    this.addSql(`drop table "import_job";`);
    this.addSql(`alter table "guardianship" drop column "import_id";`);
  }
}
