import type { Context } from '../../kernel/context.ts';
import { tally, type CountedSheet, type Tally, type TallyBasis, type TallyItem } from './rules/tally.ts';

type Read = Context['database']['read'];

/** What a count rests on; null before the roll is frozen. */
export interface Count {
  readonly tally: Tally;
  /** How many ballots count, and how many premises they stand for. */
  readonly ballots: number;
}

interface ItemRow {
  id: string;
  rule: TallyItem['rule'];
  entrance: number | null;
}

interface CountRow {
  unit: string | null;
  areas: { entrance: number | null; area: string }[] | null;
  items: ItemRow[] | null;
  groups: GroupRow[] | null;
}

interface GroupRow {
  sheet: string;
  entrance: number | null;
  left_out: boolean;
  units: string;
  ballots: number;
}

/** Ballots that a recount leaves out: a condition over `ballot b`; `$1` is the assembly, its own values begin at `$2`. */
export interface LeftOut {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/**
 * One statement, and so one moment. All votes of the house are in the denominator, those of unknown owners and missing
 * shares included (art. 37). Identical sheets of one entrance are summed by the database: integers of the common unit,
 * so nothing is lost.
 */
const countedApart = (leftOut: string): string => `select a.common_unit::text as unit,
    (select json_agg(r) from (select entrance, sum(area_hundredths)::text as area
       from roll_premises where assembly_id = a.id group by entrance) r) as areas,
    (select json_agg(json_build_object('id', i.id, 'rule', i.rule, 'entrance', i.entrance) order by i.position)
       from agenda_item i where i.assembly_id = a.id) as items,
    (select json_agg(g) from (select b.sheet, e.entrance, ${leftOut} as left_out, sum(e.units)::text as units, count(*)::int as ballots
       from ballot b join roll_entry e on e.id = b.roll_entry_id
      where b.assembly_id = a.id and b.state = 'COUNTED' group by 1, 2, 3) g) as groups
  from assembly a where a.id = $1`;
const everythingCounted = countedApart('false');

/** Counts from the ballots, exactly; while voting runs and at the end by the same rule. */
export async function countBallots(read: Read, assemblyId: string): Promise<Count | null> {
  const [row] = await read<CountRow>(everythingCounted, [assemblyId], 'count-ballots');
  return row ? countOf(row, row.groups ?? []) : null;
}

/** The count, and the same without some ballots: of one statement, so that they differ by those alone. */
export async function countTwice(
  read: Read,
  assemblyId: string,
  leftOut: LeftOut,
): Promise<{ readonly stands: Count; readonly without: Count } | null> {
  const [row] = await read<CountRow>(countedApart(leftOut.sql), [assemblyId, ...leftOut.values]);
  if (!row) return null;
  const groups = row.groups ?? [];
  const stands = countOf(row, groups);
  const without = countOf(
    row,
    groups.filter((group) => !group.left_out),
  );
  return stands && without && { stands, without };
}

function countOf(row: CountRow, groups: readonly GroupRow[]): Count | null {
  if (row.unit == null) return null;
  const sheets: CountedSheet[] = groups.map(({ sheet, entrance, units }) => ({
    sheet,
    entrance,
    units: BigInt(units),
  }));
  return {
    tally: tally(basisOf(BigInt(row.unit), row.areas ?? []), row.items ?? [], sheets),
    ballots: groups.reduce((sum, group) => sum + group.ballots, 0),
  };
}

function basisOf(commonUnit: bigint, areas: NonNullable<CountRow['areas']>): TallyBasis {
  const totalByEntrance = new Map<number, bigint>();
  let total = 0n;
  for (const { entrance, area } of areas) {
    const units = BigInt(area) * commonUnit;
    total += units;
    if (entrance !== null) totalByEntrance.set(entrance, units);
  }
  return { commonUnit, total, totalByEntrance };
}
