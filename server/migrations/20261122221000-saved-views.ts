import { Migration } from '@mikro-orm/migrations';

export class Migration20261122221000_saved_views extends Migration {
  override name = 'Migration20261122221000_saved_views';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "saved_view" ("id" uuid not null, "account_id" uuid not null, "list_name" text not null, "view_name" text not null, "link" text not null, "shared" boolean not null, "created_at" timestamptz(3) not null, "deleted_at" timestamptz(3) null, "version" int not null default 1, primary key ("id"));`,
    );
    this.addSql(`create index "saved_view_list" on "saved_view" ("list_name", "account_id");`);
    this.addSql(
      `alter table "saved_view" add constraint "saved_view_account_id_foreign" foreign key ("account_id") references "account" ("id");`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table "saved_view";`);
  }
}
