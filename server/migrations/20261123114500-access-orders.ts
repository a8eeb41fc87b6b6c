import { Migration } from '@mikro-orm/migrations';

export class Migration20261123114500_access_orders extends Migration {
  override name = 'Migration20261123114500_access_orders';

  override up(): void | Promise<void> {
    this.addSql(`create index "account_created" on "account" ("created_at", "id");`);
    this.addSql(`create index "role_grant_since" on "role_grant" ("since", "id");`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index "account_created";`);
    this.addSql(`drop index "role_grant_since";`);
  }
}
