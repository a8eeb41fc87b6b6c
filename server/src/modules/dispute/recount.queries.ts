import type { Context } from '../../kernel/context.ts';
import { encodeId } from '../../kernel/global-id.ts';
import type { AssemblyType } from '../assembly/index.ts';
import { recountWithout } from '../voting/index.ts';
import type { DisputedRecountType } from './dispute.type.ts';
import { differenceOf, differs, explainRecount } from './rules/recount-words.ts';

/** Submissions that count and whose dispute nobody has settled: left open at the end, or raised after it (domain rows 56, 57). */
async function disputedSubmissions(
  read: Context['database']['read'],
  assemblyId: string,
): Promise<{ readonly id: string; readonly ballots: number }[]> {
  return read<{ id: string; ballots: number }>(
    `select d.submission_id as id, count(*)::int as ballots from dispute d join ballot b on b.submission_id = d.submission_id
      where d.assembly_id = $1 and d.state = 'OPEN' and b.state = 'COUNTED' group by 1 order by 1`,
    [assemblyId],
  );
}

/** null: nothing is disputed, there is no result yet, or the viewer may not see it. */
export async function disputedRecountOf(context: Context, assembly: AssemblyType): Promise<DisputedRecountType | null> {
  if (assembly.row.state !== 'CLOSED') return null;
  const disputed = await disputedSubmissions(context.database.read, assembly.row.id);
  if (disputed.length === 0) return null;
  const recount = await recountWithout(
    context,
    assembly,
    disputed.map(({ id }) => id),
  );
  if (!recount) return null;
  const ballotsLeftOut = disputed.reduce((sum, { ballots }) => sum + ballots, 0);
  const difference = differenceOf(recount.stands, recount.without);
  const changed = new Set([...difference.lost, ...difference.won]);
  return {
    ballotsLeftOut,
    tally: recount.shown,
    differs: differs(difference),
    changedItemIds: recount.stands.items
      .filter((_item, at) => changed.has(at + 1))
      .map(({ itemId }) => encodeId('AgendaItem', itemId)),
    explanation: explainRecount(ballotsLeftOut, difference, context.locale),
  };
}
