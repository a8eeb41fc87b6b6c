import { Migration } from '@mikro-orm/migrations';

export class Migration20261123020000_documents extends Migration {
  override name = 'Migration20261123020000_documents';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "assembly_document" ("id" uuid not null, "assembly_id" uuid not null, "kind" text not null, "format" text not null, "sha256" text not null, "size" int not null, "made_at" timestamptz(3) not null, primary key ("id"));`,
    );
    this.addSql(
      `alter table "assembly_document" add constraint "assembly_document_once" unique ("assembly_id", "kind", "format");`,
    );

    this.addSql(
      `create table "document_signature" ("id" uuid not null, "document_id" uuid not null, "origin" text not null, "checked" text not null, "algorithm" text not null, "signer" text not null, "stated_at" timestamptz(3) null, "sha256" text not null, "size" int not null, "recorded_by" uuid not null, "recorded_at" timestamptz(3) not null, primary key ("id"));`,
    );
    this.addSql(`create index "document_signature_document_id_index" on "document_signature" ("document_id");`);
    this.addSql(
      `alter table "document_signature" add constraint "document_signature_once" unique ("document_id", "sha256");`,
    );

    this.addSql(
      `alter table "assembly_document" add constraint "assembly_document_assembly_id_foreign" foreign key ("assembly_id") references "assembly" ("id");`,
    );
    this.addSql(
      `alter table "assembly_document" add constraint "assembly_document_kind_check" check ("kind" in ('NOTICE', 'MINUTES', 'PUBLIC_MINUTES', 'OWNERS_REGISTER', 'ATTENDANCE_LIST', 'NOTICE_PROOF'));`,
    );
    this.addSql(
      `alter table "assembly_document" add constraint "assembly_document_format_check" check ("format" in ('PDF', 'XML'));`,
    );

    this.addSql(
      `alter table "document_signature" add constraint "document_signature_document_id_foreign" foreign key ("document_id") references "assembly_document" ("id");`,
    );
    this.addSql(
      `alter table "document_signature" add constraint "document_signature_origin_check" check ("origin" in ('ELSEWHERE', 'SERVER'));`,
    );
    this.addSql(
      `alter table "document_signature" add constraint "document_signature_checked_check" check ("checked" in ('VERIFIED', 'NOT_VERIFIED_HERE'));`,
    );
    // A paper of an assembly is what it was on the day it was made, and so is what somebody signed.
    for (const table of ['assembly_document', 'document_signature']) {
      this.addSql(`create trigger ${table}_append_only before update or delete on "${table}"
        for each row execute function veche_never_changes();`);
      this.addSql(`create trigger ${table}_not_truncated before truncate on "${table}"
        for each statement execute function veche_never_changes();`);
    }
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "document_signature" cascade;`);
    this.addSql(`drop table if exists "assembly_document" cascade;`);
  }
}
