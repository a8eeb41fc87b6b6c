import type { Context } from '../../kernel/context.ts';
import { AgendaItem, isStaffOf, type AssemblyType } from '../assembly/index.ts';
import { countBallots, type Count } from './count-ballots.ts';
import { Result } from './result.entity.ts';
import { tallyFromJson } from './tally-json.ts';
import {
  tallyType,
  turnoutType,
  type CountedItem,
  type ResultType,
  type TallyType,
  type Turnout,
} from './tally.type.ts';
import { resultsViewOf, type ResultsView } from './voting.policy.ts';

/** The one gate: asked for every answer that tells how the count stands. */
export function viewOf(context: Context, assembly: AssemblyType): ResultsView {
  const { row } = assembly;
  return resultsViewOf({
    state: assembly.state,
    liveCounts: row.live_counts,
    // whoever holds the assembly's object was let in by its filter
    sees: true,
    isStaff: isStaffOf(context.viewer, {
      assemblyId: row.id,
      houseId: row.house_id,
      organisationId: row.organisation_id,
    }),
  });
}

interface Stored extends Count {
  readonly result: { readonly countedAt: Date; readonly ballotsSha256: string } | null;
}

/** Once closed, what was stored; before, a count from the ballots. */
async function currentCount(context: Context, assembly: AssemblyType): Promise<Stored | null> {
  if (assembly.row.state === 'CLOSED') {
    const stored = await context.database.em().findOneOrFail(Result, { assemblyId: assembly.row.id });
    return { tally: tallyFromJson(stored.tally), ballots: stored.ballots, result: stored };
  }
  const count = await countBallots(context.database.read, assembly.row.id);
  return count && { ...count, result: null };
}

async function itemsOf(context: Context, assemblyId: string): Promise<CountedItem[]> {
  const items = await context.database.em().find(AgendaItem, { assemblyId }, { orderBy: { position: 'asc' } });
  return items.map(({ id, ruleSource }) => ({ id, ruleSource: ruleSource ?? null }));
}

export async function turnoutOf(context: Context, assembly: AssemblyType): Promise<Turnout | null> {
  if (viewOf(context, assembly) === 'NOTHING') return null;
  const count = await currentCount(context, assembly);
  return count && turnoutType(context, count.tally, count.ballots, assembly.legalMode);
}

export async function tallyOf(context: Context, assembly: AssemblyType): Promise<TallyType | null> {
  if (viewOf(context, assembly) !== 'FULL') return null;
  const count = await currentCount(context, assembly);
  return (
    count && tallyType(context, count.tally, count.ballots, assembly.legalMode, await itemsOf(context, assembly.row.id))
  );
}

export async function resultOf(context: Context, assembly: AssemblyType): Promise<ResultType | null> {
  if (assembly.row.state !== 'CLOSED' || viewOf(context, assembly) !== 'FULL') return null;
  const count = await currentCount(context, assembly);
  if (!count?.result) return null;
  const tally = tallyType(
    context,
    count.tally,
    count.ballots,
    assembly.legalMode,
    await itemsOf(context, assembly.row.id),
  );
  return { countedAt: count.result.countedAt, ballotsSha256: count.result.ballotsSha256, tally };
}
