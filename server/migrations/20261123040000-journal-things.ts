import { Migration } from '@mikro-orm/migrations';

export class Migration20261123040000_journal_things extends Migration {
  override name = 'Migration20261123040000_journal_things';

  override up(): void | Promise<void> {
    this.addSql(
      `create index "journal_things" on "journal" using gin ("ids" jsonb_path_ops) where "command" <> 'castBallot';`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index "journal_things";`);
  }
}
