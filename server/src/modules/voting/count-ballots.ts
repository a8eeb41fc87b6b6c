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

/** Counts from the ballots, exactly; while voting runs and at the end by the same rule. */
export async function countBallots(read: Read, assemblyId: string): Promise<Count | null> {
  const basis = await readBasis(read, assemblyId);
  if (!basis) return null;
  const items = await read<ItemRow>(
    'select id, rule, entrance from agenda_item where assembly_id = $1 order by position',
    [assemblyId],
    'count-items',
  );
  // Identical sheets of one entrance are summed by the database: integers of the common unit, so nothing is lost.
  const groups = await read<{ sheet: string; entrance: number | null; units: string; ballots: number }>(
    `select b.sheet, e.entrance, sum(e.units)::text as units, count(*)::int as ballots
       from ballot b join roll_entry e on e.id = b.roll_entry_id
      where b.assembly_id = $1 and b.state = 'COUNTED' group by b.sheet, e.entrance`,
    [assemblyId],
    'count-sheets',
  );
  const sheets: CountedSheet[] = groups.map(({ sheet, entrance, units }) => ({
    sheet,
    entrance,
    units: BigInt(units),
  }));
  return {
    tally: tally(basis, items, sheets),
    ballots: groups.reduce((sum, group) => sum + group.ballots, 0),
  };
}

/** All votes of the house, those of unknown owners and missing shares included: they stay in the denominator (art. 37). */
async function readBasis(read: Read, assemblyId: string): Promise<TallyBasis | null> {
  const rows = await read<{ unit: string | null; entrance: number | null; area: string | null }>(
    `select a.common_unit::text as unit, r.entrance, sum(r.area_hundredths)::text as area
       from assembly a left join roll_premises r on r.assembly_id = a.id
      where a.id = $1 group by a.common_unit, r.entrance`,
    [assemblyId],
    'count-basis',
  );
  const unit = rows[0]?.unit ?? null;
  if (unit === null) return null;
  const commonUnit = BigInt(unit);
  const totalByEntrance = new Map<number, bigint>();
  let total = 0n;
  for (const { entrance, area } of rows) {
    const units = BigInt(area ?? '0') * commonUnit;
    total += units;
    if (entrance !== null) totalByEntrance.set(entrance, units);
  }
  return { commonUnit, total, totalByEntrance };
}
