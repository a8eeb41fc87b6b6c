/** Joint owners hold one share together (Civil Code art. 253): its rows are one ownership. */
import type { Fraction } from '../../../../kernel/fraction.ts';
import { fault, type Fault } from './verdict.ts';

export interface Grouped {
  readonly rowNumber: number;
  readonly share: Fraction;
  readonly joint: boolean;
  readonly group: string | null;
  readonly titleNumber: string | null;
}

export interface ShareGroup<Row extends Grouped> {
  readonly rows: readonly Row[];
  readonly faults: readonly Fault[];
}

function goesOn(last: Grouped | undefined, next: Grouped): boolean {
  if (!last?.joint || !next.joint || last.group !== null || next.group !== null) return false;
  const titles = [last.titleNumber, next.titleNumber].filter((title) => title !== null);
  return last.share.equals(next.share) && new Set(titles).size < 2;
}

function faultsOf(rows: readonly Grouped[]): Fault[] {
  const [first] = rows;
  if (rows.some((row) => first !== undefined && !row.share.equals(first.share)))
    return [fault('SHARE', 'JOINT_SHARES_DIFFER')];
  // Four rows of one half each may be one couple or two: the table has to say which.
  const whole = first?.share.toString() === '1';
  return rows.length > 2 && !whole && first?.group === null ? [fault('JOINT_GROUP', 'JOINT_GROUP_MISSING')] : [];
}

/** In the order of the table: rows of one group, or joint rows that follow each other, are one; every other row is its own. */
export function groupByShare<Row extends Grouped>(rows: readonly Row[]): ShareGroup<Row>[] {
  const groups: Row[][] = [];
  const named = new Map<string, Row[]>();
  for (const row of rows) {
    const known = row.group === null ? undefined : named.get(row.group);
    const last = groups.at(-1);
    if (known) known.push(row);
    else if (last && goesOn(last.at(-1), row)) last.push(row);
    else {
      const group = [row];
      groups.push(group);
      if (row.group !== null) named.set(row.group, group);
    }
  }
  return groups.map((group) => ({ rows: group, faults: faultsOf(group) }));
}
