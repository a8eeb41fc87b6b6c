import { Migration } from '@mikro-orm/migrations';

export class Migration20261123050000_notice_sight extends Migration {
  override name = 'Migration20261123050000_notice_sight';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "notice_sight" ("assembly_id" uuid not null, "person_id" uuid not null, "seen_at" timestamptz(3) not null, "through_app" boolean not null, primary key ("assembly_id", "person_id"));`,
    );
    this.addSql(`create trigger notice_sight_append_only before update or delete on "notice_sight"
      for each row execute function veche_never_changes();`);
    this.addSql(`create trigger notice_sight_not_truncated before truncate on "notice_sight"
      for each statement execute function veche_never_changes();`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table "notice_sight";`);
  }
}
