import { Migration } from '@mikro-orm/migrations';

export class Migration20261123123000_register_orders extends Migration {
  override name = 'Migration20261123123000_register_orders';

  override up(): void | Promise<void> {
    this.addSql(`create index "person_created" on "person" ("created_at", "id");`);
    this.addSql(`create index "house_created" on "house" ("created_at", "id");`);
    this.addSql(`create index "organisation_name" on "organisation" ("organisation_name", "id");`);
    this.addSql(`create index "organisation_created" on "organisation" ("created_at", "id");`);
    this.addSql(`create index "roll_change_assembly" on "roll_change" ("assembly_id", "at", "id");`);
    this.addSql(`drop index "roll_change_assembly_id_index";`);
  }

  override down(): void | Promise<void> {
    this.addSql(`create index "roll_change_assembly_id_index" on "roll_change" ("assembly_id");`);
    this.addSql(`drop index "roll_change_assembly";`);
    this.addSql(`drop index "organisation_created";`);
    this.addSql(`drop index "organisation_name";`);
    this.addSql(`drop index "house_created";`);
    this.addSql(`drop index "person_created";`);
  }
}
