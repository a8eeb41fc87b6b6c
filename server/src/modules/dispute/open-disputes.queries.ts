import { mayEnter } from '../../kernel/access.ts';
import type { Context } from '../../kernel/context.ts';
import { loadBy } from '../../kernel/load-by-id.ts';
import { isStaffOf, type AssemblyType } from '../assembly/index.ts';

/** How many wait for an answer; null for whoever is not of the staff. */
export async function openDisputesOf(context: Context, { row }: AssemblyType): Promise<number | null> {
  const refusal = mayEnter(context.viewer, { who: 'SIGNED_IN', scope: 'ballots:read' });
  if (refusal) throw refusal;
  const place = { assemblyId: row.id, houseId: row.house_id, organisationId: row.organisation_id };
  if (!isStaffOf(context.viewer, place)) return null;
  return loadBy<number>(context, 'open-disputes', row.id, async (ids) => {
    const rows = await context.database.read<{ id: string; open: number }>(
      `select assembly_id as id, count(*)::int as open from dispute
        where assembly_id = any($1::uuid[]) and state = 'OPEN' group by 1`,
      [ids],
    );
    const known = new Map(rows.map(({ id, open }) => [id, open]));
    return ids.map((id) => known.get(id) ?? 0);
  });
}
