import { Migration } from '@mikro-orm/migrations';

export class Migration20261122190534_identity_guards extends Migration {
  override name = 'Migration20261122190534_identity_guards';

  override up(): void | Promise<void> {
    this.addSql(`create index "journal_look" on "journal" ((ids->>'person')) where "command" = 'revealPerson';`);

    this.addSql(`create index "invitation_account_id_index" on "invitation" ("account_id");`);

    this.addSql(
      `alter table "role_grant" add constraint "role_grant_one_place" check (num_nonnulls(organisation_id, house_id, assembly_id) <= 1);`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index "invitation_account_id_index";`);

    this.addSql(`drop index "journal_look";`);

    this.addSql(`alter table "role_grant" drop constraint "role_grant_one_place";`);
  }
}
