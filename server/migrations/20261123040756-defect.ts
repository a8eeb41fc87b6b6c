import { Migration } from '@mikro-orm/migrations';

export class Migration20261123040756_defect extends Migration {
  override name = 'Migration20261123040756_defect';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "defect_repair" ("id" uuid not null, "assembly_id" uuid not null, "submission_id" uuid not null, "ballot_id" uuid not null, "kind" text not null, "way" text not null, "repaired_by_id" uuid not null, "at" timestamptz(3) not null, "note" text null, "signed_on" date null, primary key ("id"));`,
    );
    this.addSql(`create index "defect_repair_assembly" on "defect_repair" ("assembly_id");`);
    this.addSql(`alter table "defect_repair" add constraint "defect_repair_once" unique ("submission_id", "kind");`);

    this.addSql(`create index "paper_sheet_submission" on "paper_sheet" ("submission_id");`);

    this.addSql(
      `alter table "defect_repair" add constraint "defect_repair_repaired_by_id_foreign" foreign key ("repaired_by_id") references "person" ("id");`,
    );
    this.addSql(
      `alter table "defect_repair" add constraint "defect_repair_kind_check" check ("kind" in ('PAGE_MISSING', 'NO_DATE', 'NOT_SIGNED', 'REGISTER_DIFFERS', 'AUTHORITY_EXPIRED', 'DOUBLE_MARK', 'OWNER_UNKNOWN', 'HAND_OVER_TYPED', 'FOUR_EYES_OFF'));`,
    );
    this.addSql(
      `alter table "defect_repair" add constraint "defect_repair_way_check" check ("way" in ('NEW_BALLOT', 'PAGE', 'DATE', 'DOCUMENT', 'OWNERS_WORD', 'SECOND_PERSON'));`,
    );
    // What repaired a defect stays as it was entered.
    this.addSql(`create trigger defect_repair_append_only before update or delete on "defect_repair"
      for each row execute function veche_never_changes();`);
    this.addSql(`create trigger defect_repair_not_truncated before truncate on "defect_repair"
      for each statement execute function veche_never_changes();`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "defect_repair" cascade;`);

    this.addSql(`drop index "paper_sheet_submission";`);
  }
}
