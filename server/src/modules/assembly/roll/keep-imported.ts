import type { Context } from '../../../kernel/context.ts';
import type { EventNamed } from '../../../kernel/events.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { Unit } from '../../../kernel/transaction.ts';

const assemblies = `select from assembly a
  where a.state <> 'CANCELLED' and (
    (a.state = 'ANNOUNCED' and a.house_id = $2::uuid and (
      exists (select from premises p where p.import_id = $1) or exists (select from ownership o where o.import_id = $1)))
    or exists (select from house h where h.id = a.house_id and h.import_id = $1)
    or exists (select from roll_premises rp join premises p on p.id = rp.premises_id where rp.assembly_id = a.id and p.import_id = $1)
    or exists (select from roll_entry re join ownership o on o.id = re.ownership_id where re.assembly_id = a.id and o.import_id = $1)
    or exists (select from agenda_item ai join premises p on p.id = ai.premises_id where ai.assembly_id = a.id and p.import_id = $1))`;

const proxies = `select from proxy x where x.revoked_at is null and (
    exists (select from house h where h.id = x.house_id and h.import_id = $1)
    or (x.house_id = $2::uuid and exists (select from ownership_holder oh join ownership o on o.id = oh.ownership_id
          where oh.person_id in (x.owner_id, x.holder_id) and o.import_id = $1)))`;

/** What an assembly or a proxy stands on is not taken back: a roll that was frozen stays as it was. */
export async function keepImported(_context: Context, unit: Unit, event: EventNamed<'ImportUndone'>): Promise<void> {
  const [used] = await unit.sql<{ assembly: boolean; proxy: boolean }>(
    `select exists (${assemblies}) as assembly, exists (${proxies}) as proxy`,
    [event.importId, event.houseId],
  );
  if (used?.assembly === true) throw new Refusal('IMPORT_IN_USE', { what: 'IN_ASSEMBLY' });
  if (used?.proxy === true) throw new Refusal('IMPORT_IN_USE', { what: 'IN_PROXY' });
}
