import { Migration } from '@mikro-orm/migrations';

export class Migration20261122191350_roll_guards extends Migration {
  override name = 'Migration20261122191350_roll_guards';

  override up(): void | Promise<void> {
    this.addSql(`alter table "roll_change" drop constraint "roll_change_kind_check";`);
    this.addSql(
      `alter table "roll_change" add constraint "roll_change_kind_check" check ("kind" in ('TRANSFER', 'AREA', 'OWNERSHIP_RECORDED', 'OWNERSHIP_ENDED'));`,
    );

    this.addSql(`alter table "roll_entry" add constraint "roll_entry_units_check" check (scale(units) = 0);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "roll_change" drop constraint "roll_change_kind_check";`);
    this.addSql(
      `alter table "roll_change" add constraint "roll_change_kind_check" check ("kind" in ('TRANSFER', 'AREA'));`,
    );

    this.addSql(`alter table "roll_entry" drop constraint "roll_entry_units_check";`);
  }
}
