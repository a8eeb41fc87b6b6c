import type { Context } from '../../kernel/context.ts';
import { loadBy } from '../../kernel/load-by-id.ts';
import { isStaffOf, type AssemblyType } from '../assembly/index.ts';
import { countAgain, countTwice, type Count, type LeftOut } from './count-ballots.ts';
import { Result } from './result.entity.ts';
import { OfRollVersion, rollFlatsOf } from './roll-totals.ts';
import type { Tally } from './rules/tally.ts';
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
    Promise.all(ids.map(async (id) => countAgain(context.database, id))),
  );
  return count && { ...count, result: null };
}

async function readerOf(context: Context, { row }: AssemblyType): Promise<TallyReader> {
  return { locale: context.locale, flats: await rollFlatsOf(context, row.id, row.roll_version) };
}

const countedItems = new OfRollVersion<CountedItem[]>();

/** What stands on the agenda never changes once there is a roll. */
async function itemsOf(context: Context, { row }: AssemblyType): Promise<CountedItem[]> {
  const known = await countedItems.get(context, row.id, row.roll_version, async () =>
    loadBy<CountedItem[]>(context, 'counted-items', row.id, async (ids) => {
      const rows = await context.database.read<CountedItem & { assemblyId: string }>(
        `select assembly_id as "assemblyId", id, rule_source as "ruleSource" from agenda_item
          where assembly_id = any($1) order by position`,
        [ids],
        'counted-items',
      );
      return ids.map((id) => rows.filter((item) => item.assemblyId === id));
    }),
  );
  return known ?? [];
}

export async function turnoutOf(context: Context, assembly: AssemblyType): Promise<Turnout | null> {
  if (viewOf(context, assembly) === 'NOTHING') return null;
  const [count, reader] = await Promise.all([currentCount(context, assembly), readerOf(context, assembly)]);
  return count && turnoutType(reader, count.tally, count.ballots, assembly.legalMode);
}

export async function tallyOf(context: Context, assembly: AssemblyType): Promise<TallyType | null> {
  if (viewOf(context, assembly) !== 'FULL') return null;
  const [count, reader, items] = await Promise.all([
    currentCount(context, assembly),
    readerOf(context, assembly),
    itemsOf(context, assembly),
  ]);
  return count && tallyType(reader, count.tally, count.ballots, assembly.legalMode, items);
}

export async function resultOf(context: Context, assembly: AssemblyType): Promise<ResultType | null> {
  if (assembly.row.state !== 'CLOSED' || viewOf(context, assembly) !== 'FULL') return null;
  const count = await currentCount(context, assembly);
  if (!count?.result) return null;
  const tally = tallyType(
    await readerOf(context, assembly),
    count.tally,
    count.ballots,
    assembly.legalMode,
    await itemsOf(context, assembly),
  );
  return { countedAt: count.result.countedAt, ballotsSha256: count.result.ballotsSha256, tally };
}

/** What an assembly comes to without some ballots, as far as the viewer may see. */
export interface Recount {
  readonly stands: Count;
  readonly without: Count;
  readonly turnout: Turnout;
  /** null where the viewer sees the turnout alone. */
  readonly tally: TallyType | null;
}

/** The count as it stands, and the same without some ballots, by the same rules and behind the same gate. */
export async function recountOf(context: Context, assembly: AssemblyType, leftOut: LeftOut): Promise<Recount | null> {
  const view = viewOf(context, assembly);
  if (view === 'NOTHING') return null;
  const { id } = assembly.row;
  const [counts, reader, items] = await Promise.all([
    countTwice(context.database.read, id, leftOut),
    readerOf(context, assembly),
    itemsOf(context, assembly),
  ]);
  if (!counts) return null;
  const { tally, ballots } = counts.without;
  return {
    ...counts,
    turnout: turnoutType(reader, tally, ballots, assembly.legalMode),
    tally: view === 'FULL' ? tallyType(reader, tally, ballots, assembly.legalMode, items) : null,
  };
}

/** The count of what stands, but for some submissions: only once there is a result to set it beside. */
export async function recountWithout(
  context: Context,
  assembly: AssemblyType,
  submissionIds: readonly string[],
): Promise<{ readonly stands: Tally; readonly without: Tally; readonly shown: TallyType } | null> {
  if (assembly.row.state !== 'CLOSED') return null;
  const recount = await recountOf(context, assembly, {
    sql: 'b.submission_id = any($2::uuid[])',
    values: [submissionIds],
  });
  if (!recount?.tally) return null;
  return { stands: recount.stands.tally, without: recount.without.tally, shown: recount.tally };
}
