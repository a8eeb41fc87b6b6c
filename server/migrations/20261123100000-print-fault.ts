import { Migration } from '@mikro-orm/migrations';

export class Migration20261123100000_print_fault extends Migration {
  override name = 'Migration20261123100000_print_fault';

  override up(): void | Promise<void> {
    this.addSql(`alter table "print_run" add column "fault" text null, add column "fault_ballot" int null;`);
    this.addSql(
      `alter table "print_run" add constraint "print_run_fault_check" check ("fault" in ('CANNOT_BE_SET', 'NO_SPACE', 'NOT_STORED', 'TOO_LARGE', 'PART_LOST', 'UNEXPECTED'));`,
    );
    // Nobody wrote down why an earlier run failed.
    this.addSql(`update "print_run" set "fault" = 'UNEXPECTED' where "state" = 'FAILED';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "print_run" drop constraint "print_run_fault_check";`);
    this.addSql(`alter table "print_run" drop column "fault", drop column "fault_ballot";`);
  }
}
