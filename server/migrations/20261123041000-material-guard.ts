import { Migration } from '@mikro-orm/migrations';

/** What the owners were once announced to read is never taken away, whoever asks. */
export class Migration20261123041000_material_guard extends Migration {
  override name = 'Migration20261123041000_material_guard';

  override up(): void | Promise<void> {
    this.addSql(`create function keep_announced_material() returns trigger language plpgsql as $$
      begin
        if exists (select from assembly where id = old.assembly_id and state <> 'DRAFT') then
          raise exception 'a material of an announced assembly stays' using errcode = '42501';
        end if;
        return old;
      end $$;`);
    this.addSql(
      `create trigger material_of_announced before delete on "material" for each row execute function keep_announced_material();`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop trigger material_of_announced on "material";`);
    this.addSql(`drop function keep_announced_material();`);
  }
}
