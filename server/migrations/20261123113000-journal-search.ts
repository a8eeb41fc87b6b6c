import { Migration } from '@mikro-orm/migrations';

export class Migration20261123113000_journal_search extends Migration {
  override name = 'Migration20261123113000_journal_search';

  override up(): void | Promise<void> {
    this.addSql(`create index "journal_commands" on "journal" ("command", "id") where "command" <> 'castBallot';`);
    this.addSql(`create index "journal_actors" on "journal" ("account_id", "id") where "command" <> 'castBallot';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index "journal_commands";`);
    this.addSql(`drop index "journal_actors";`);
  }
}
