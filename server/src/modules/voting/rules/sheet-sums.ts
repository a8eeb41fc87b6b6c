/** A ballot with one box on at least one item takes part with its whole weight; any other is not counted at all (art. 48 p. 6). */
import { countsFor, isEmpty } from './answers.ts';
import type { Mark } from './answers.ts';

export interface CountedSheet {
  /** The weight in units of the tally's basis; identical sheets of one entrance may come as one, summed. */
  readonly units: bigint;
  readonly entrance: number | null;
  readonly sheet: string;
}

/** The units standing behind each answer to one item. */
export type ItemSums = Record<Mark | 'INVALID', bigint>;

export interface SheetSums {
  readonly participating: bigint;
  readonly items: readonly ItemSums[];
}

const nothing = (): ItemSums => ({ FOR: 0n, AGAINST: 0n, ABSTAIN: 0n, INVALID: 0n });

function unitsBySheet(sheets: Iterable<CountedSheet>): Map<string, bigint> {
  const grouped = new Map<string, bigint>();
  for (const { sheet, units } of sheets) grouped.set(sheet, (grouped.get(sheet) ?? 0n) + units);
  return grouped;
}

/** Whole numbers only: thousands of ballots are added up before the first fraction is made. */
export function sumSheets(itemCount: number, sheets: Iterable<CountedSheet>): SheetSums {
  const items = Array.from({ length: itemCount }, nothing);
  let participating = 0n;
  for (const [sheet, units] of unitsBySheet(sheets)) {
    if (sheet.length !== itemCount) throw new RangeError('A sheet answers another agenda');
    if (isEmpty(sheet)) continue;
    participating += units;
    for (const [index, sums] of items.entries()) sums[countsFor(sheet.charAt(index))] += units;
  }
  return { participating, items };
}
