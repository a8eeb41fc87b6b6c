import { Migration } from '@mikro-orm/migrations';

export class Migration20261123110000_list_columns extends Migration {
  override name = 'Migration20261123110000_list_columns';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "list_columns" ("id" uuid not null, "account_id" uuid not null, "list_name" text not null, "columns" text[] null, primary key ("id"));`,
    );
    this.addSql(`alter table "list_columns" add constraint "list_columns_once" unique ("account_id", "list_name");`);
    this.addSql(
      `alter table "list_columns" add constraint "list_columns_account_id_foreign" foreign key ("account_id") references "account" ("id");`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table "list_columns";`);
  }
}
