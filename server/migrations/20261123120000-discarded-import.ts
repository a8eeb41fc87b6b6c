import { Migration } from '@mikro-orm/migrations';

export class Migration20261123120000_discarded_import extends Migration {
  override name = 'Migration20261123120000_discarded_import';

  override up(): void | Promise<void> {
    this.addSql(`alter table "import_job" add "discarded_at" timestamptz(3) null;`);
    this.addSql(`alter table "import_job" drop constraint "import_job_state_check";`);
    this.addSql(
      `alter table "import_job" add constraint "import_job_state_check" check ("state" in ('PREPARED', 'MAPPED', 'REHEARSING', 'REHEARSED', 'COMMITTING', 'COMMITTED', 'UNDONE', 'DISCARDED'));`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "import_job" drop column "discarded_at";`);
    this.addSql(`alter table "import_job" drop constraint "import_job_state_check";`);
    this.addSql(
      `alter table "import_job" add constraint "import_job_state_check" check ("state" in ('PREPARED', 'MAPPED', 'REHEARSING', 'REHEARSED', 'COMMITTING', 'COMMITTED', 'UNDONE'));`,
    );
  }
}
