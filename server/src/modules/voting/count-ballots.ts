import type { Context } from '../../kernel/context.ts';
import type { Database } from '../../kernel/database.ts';
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

interface AreaRow {
  entrance: number | null;
  area: string;
}

/** What a count rests on beside the ballots; the same as long as the roll has the same version. */
interface RollBasis {
  readonly rollVersion: number;
  readonly areas: readonly AreaRow[];
  readonly items: readonly ItemRow[];
}

interface CountRow {
  unit: string | null;
  roll_version: number;
  areas: AreaRow[] | null;
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
const countedApart = (leftOut: string, whole = 'true'): string => `select a.common_unit::text as unit, a.roll_version,
    case when ${whole} then (select json_agg(r) from (select entrance, sum(area_hundredths)::text as area
       from roll_premises where assembly_id = a.id group by entrance) r) end as areas,
    case when ${whole} then (select json_agg(json_build_object('id', i.id, 'rule', i.rule, 'entrance', i.entrance)
       order by i.position) from agenda_item i where i.assembly_id = a.id) end as items,
    (select json_agg(g) from (select b.sheet, e.entrance, ${leftOut} as left_out, sum(e.units)::text as units, count(*)::int as ballots
       from ballot b join roll_entry e on e.id = b.roll_entry_id
      where b.assembly_id = a.id and b.state = 'COUNTED' group by 1, 2, 3) g) as groups
  from assembly a where a.id = $1`;
const everythingCounted = countedApart('false');
const countedSince = countedApart('false', 'a.roll_version is distinct from $2::int');

/** Counts from the ballots, exactly; while voting runs and at the end by the same rule. */
export async function countBallots(read: Read, assemblyId: string): Promise<Count | null> {
  const [row] = await read<CountRow>(everythingCounted, [assemblyId], 'count-ballots');
  return row ? countOf(row, basisOf(row), row.groups ?? []) : null;
}

const mostRemembered = 10_000;
const remembered = new WeakMap<Database, Map<string, RollBasis>>();

/** The same for a count that is asked again and again: what only the roll decides is read once for each of its versions. */
export async function countAgain(database: Database, assemblyId: string): Promise<Count | null> {
  let bases = remembered.get(database);
  if (!bases) remembered.set(database, (bases = new Map<string, RollBasis>()));
  const known = bases.get(assemblyId);
  const parameters = [assemblyId, known?.rollVersion ?? null];
  const [row] = await database.read<CountRow>(countedSince, parameters, 'count-ballots-again');
  if (row?.unit == null) return null;
  const basis = known?.rollVersion === row.roll_version ? known : basisOf(row);
  if (bases.size >= mostRemembered) bases.clear();
  bases.set(assemblyId, basis);
  return countOf(row, basis, row.groups ?? []);
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
  const basis = basisOf(row);
  const stands = countOf(row, basis, groups);
  const without = countOf(
    row,
    basis,
    groups.filter((group) => !group.left_out),
  );
  return stands && without && { stands, without };
}

function basisOf({ roll_version: rollVersion, areas, items }: CountRow): RollBasis {
  return { rollVersion, areas: areas ?? [], items: items ?? [] };
}

function countOf(row: CountRow, basis: RollBasis, groups: readonly GroupRow[]): Count | null {
  if (row.unit == null) return null;
  const sheets: CountedSheet[] = groups.map(({ sheet, entrance, units }) => ({
    sheet,
    entrance,
    units: BigInt(units),
  }));
  return {
    tally: tally(tallyBasisOf(BigInt(row.unit), basis.areas), basis.items, sheets),
    ballots: groups.reduce((sum, group) => sum + group.ballots, 0),
  };
}

function tallyBasisOf(commonUnit: bigint, areas: readonly AreaRow[]): TallyBasis {
  const totalByEntrance = new Map<number, bigint>();
  let total = 0n;
  for (const { entrance, area } of areas) {
    const units = BigInt(area) * commonUnit;
    total += units;
    if (entrance !== null) totalByEntrance.set(entrance, units);
  }
  return { commonUnit, total, totalByEntrance };
}
