import { Migration } from '@mikro-orm/migrations';

const settling = 'state,held_by,held_until,submission_id,settled_at,scan_file_id,proposal';
const handOver = 'handed_over_at,is_hand_over_typed,taken_in_by,taken_in_at';

/** What a sheet may change; without the first line, what it might before. */
const stays = (onceFromScan: string): string => `
  create or replace function veche_sheet_stays() returns trigger language plpgsql as $$
  declare free text[] := '{${settling}}';
  begin
    if tg_op <> 'UPDATE' or old.state in ('CONFIRMED', 'NOT_CONFIRMED') then
      raise exception 'a sheet is never erased' using errcode = '42501';
    end if;
    ${onceFromScan}
    if (to_jsonb(old) - free) is distinct from (to_jsonb(new) - free) then
      raise exception 'a sheet never changes' using errcode = '42501';
    end if;
    return new;
  end $$;`;

export class Migration20261123050500_sheet_from_scan extends Migration {
  override name = 'Migration20261123050500_sheet_from_scan';

  override up(): void | Promise<void> {
    this.addSql(`alter table "paper_sheet" alter column "handed_over_at" drop not null;`);
    this.addSql(`create index "paper_sheet_number" on "paper_sheet" ("assembly_id", "printed_number");`);
    // The hand-over of a sheet that came as a scan is said once, and then stays as well.
    this.addSql(stays(`if old.handed_over_at is null then free := free || '{${handOver}}'::text[]; end if;`));
  }

  override down(): void | Promise<void> {
    this.addSql(stays(''));
    this.addSql(`drop index "paper_sheet_number";`);
    this.addSql(`alter table "paper_sheet" alter column "handed_over_at" set not null;`);
  }
}
