import type { Read } from '../../kernel/database.ts';
import type { AgendaItem, Assembly } from './assembly.entity.ts';
import type { DraftItem } from './rules/agenda-readiness.ts';
import type { RegisterFacts } from './rules/announcement-obstacles.ts';

export function draftItem({ code, wording, entrance, premisesId }: AgendaItem): DraftItem {
  return { code, wording, entrance: entrance ?? null, premisesId: premisesId ?? null };
}

/** What the register says of an assembly that is to be announced: who convenes it, and of whom. */
export async function readAnnouncementFacts(
  read: Read,
  assembly: Pick<Assembly, 'houseId' | 'initiatorPersonId' | 'initiatorOrganisationId'>,
): Promise<RegisterFacts> {
  const [row] = await read<{ manages: boolean; owns: boolean; premises: number; owners: number }>(
    `select coalesce(h.organisation_id = $2, false) as manages,
       exists (select from ownership o join ownership_holder oh on oh.ownership_id = o.id join premises p on p.id = o.premises_id
                where p.house_id = h.id and oh.person_id = $3 and o.until is null and o.withdrawn_at is null) as owns,
       (select count(*)::int from premises p where p.house_id = h.id and p.withdrawn_at is null) as premises,
       (select count(*)::int from ownership o join premises p on p.id = o.premises_id
         where p.house_id = h.id and p.withdrawn_at is null and o.until is null and o.withdrawn_at is null) as owners
       from house h where h.id = $1`,
    [assembly.houseId, assembly.initiatorOrganisationId ?? null, assembly.initiatorPersonId ?? null],
  );
  return {
    initiatorIsEntitled: row !== undefined && (row.manages || row.owns),
    premises: row?.premises ?? 0,
    owners: row?.owners ?? 0,
  };
}
