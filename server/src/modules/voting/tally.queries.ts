import type { Context } from '../../kernel/context.ts';
import { Fraction } from '../../kernel/fraction.ts';
import { loadBy } from '../../kernel/load-by-id.ts';
import { AgendaItem, isStaffOf, type AssemblyType } from '../assembly/index.ts';
import { countBallots, type Count } from './count-ballots.ts';
import { Result } from './result.entity.ts';
import type { FlatsOfHouse } from './rules/shortfall-in-flats.ts';
import { tallyFromJson } from './tally-json.ts';
import {
  tallyType,
  turnoutType,
  type CountedItem,
  type ResultType,
  type TallyReader,
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
  // Turnout and tally of one answer are one count.
  const count = await loadBy<Count | null>(context, 'running-count', assembly.row.id, async (ids) =>
    Promise.all(ids.map(async (id) => countBallots(context.database.read, id))),
  );
  return count && { ...count, result: null };
}

/** The flats on the frozen roll, by which a shortfall is made plain. */
async function readerOf(context: Context, assemblyId: string): Promise<TallyReader> {
  const flats = await loadBy<FlatsOfHouse>(context, 'roll-flats', assemblyId, async (ids) => {
    const rows = await context.database.read<{ id: string; n: number; area: string }>(
      `select assembly_id as id, count(*)::int as n, sum(area_hundredths)::text as area from roll_premises
        where assembly_id = any($1) and kind = 'FLAT' group by 1`,
      [ids],
      'roll-flats',
    );
    const known = new Map(rows.map((row) => [row.id, { count: row.n, area: Fraction.of(BigInt(row.area), 100n) }]));
    return ids.map((id) => known.get(id) ?? { count: 0, area: Fraction.zero });
  });
  return { locale: context.locale, flats };
}

async function itemsOf(context: Context, assemblyId: string): Promise<CountedItem[]> {
  const items = await context.database.em().find(AgendaItem, { assemblyId }, { orderBy: { position: 'asc' } });
  return items.map(({ id, ruleSource }) => ({ id, ruleSource: ruleSource ?? null }));
}

export async function turnoutOf(context: Context, assembly: AssemblyType): Promise<Turnout | null> {
  if (viewOf(context, assembly) === 'NOTHING') return null;
  const [count, reader] = await Promise.all([currentCount(context, assembly), readerOf(context, assembly.row.id)]);
  return count && turnoutType(reader, count.tally, count.ballots, assembly.legalMode);
}

export async function tallyOf(context: Context, assembly: AssemblyType): Promise<TallyType | null> {
  if (viewOf(context, assembly) !== 'FULL') return null;
  const [count, reader, items] = await Promise.all([
    currentCount(context, assembly),
    readerOf(context, assembly.row.id),
    itemsOf(context, assembly.row.id),
  ]);
  return count && tallyType(reader, count.tally, count.ballots, assembly.legalMode, items);
}

export async function resultOf(context: Context, assembly: AssemblyType): Promise<ResultType | null> {
  if (assembly.row.state !== 'CLOSED' || viewOf(context, assembly) !== 'FULL') return null;
  const count = await currentCount(context, assembly);
  if (!count?.result) return null;
  const tally = tallyType(
    await readerOf(context, assembly.row.id),
    count.tally,
    count.ballots,
    assembly.legalMode,
    await itemsOf(context, assembly.row.id),
  );
  return { countedAt: count.result.countedAt, ballotsSha256: count.result.ballotsSha256, tally };
}
