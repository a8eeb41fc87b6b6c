import { Migration } from '@mikro-orm/migrations';

export class Migration20261123101000_repair_files extends Migration {
  override name = 'Migration20261123101000_repair_files';

  override up(): void | Promise<void> {
    this.addSql(`alter table "defect_repair" add column "evidence_file_ids" uuid[] not null default '{}';`);
    this.addSql(`alter table "defect_repair" alter column "evidence_file_ids" drop default;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "defect_repair" drop column "evidence_file_ids";`);
  }
}
