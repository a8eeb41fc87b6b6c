import { Migration } from '@mikro-orm/migrations';

export class Migration20261122192503_register_search extends Migration {
  override name = 'Migration20261122192503_register_search';

  override up(): void | Promise<void> {
    this.addSql(`create index "journal_registered" on "journal" ("account_id") where "command" = 'registerPerson';`);

    this.addSql(
      `create index "person_search" on "person" using gin (lower(translate(coalesce(body_name, family_name || ' ' || coalesce(given_name, '') || ' ' || coalesce(patronymic, ''), ''), 'Ёё', 'Ее')) gin_trgm_ops);`,
    );
    this.addSql(
      `create index "person_name" on "person" (lower(translate(coalesce(body_name, family_name || ' ' || coalesce(given_name, '') || ' ' || coalesce(patronymic, ''), ''), 'Ёё', 'Ее')), "id");`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index "journal_registered";`);

    this.addSql(`drop index "person_search";`);
    this.addSql(`drop index "person_name";`);
  }
}
