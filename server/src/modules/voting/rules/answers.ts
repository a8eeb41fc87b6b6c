/** A written decision answers each item with one of three words; only an item with exactly one of them left is counted (art. 48 p. 5.1, 6). */

export type Mark = 'FOR' | 'AGAINST' | 'ABSTAIN';

const bits: Readonly<Record<Mark, number>> = { FOR: 1, AGAINST: 2, ABSTAIN: 4 };
const marks = Object.keys(bits) as Mark[];
const single: Readonly<Record<string, Mark>> = { '1': 'FOR', '2': 'AGAINST', '4': 'ABSTAIN' };
const isSheet = /^[0-7]*$/;

/** One character per agenda item: the sum of the boxes marked, '0' for a blank one. */
export function encodeSheet(answers: readonly (readonly Mark[])[]): string {
  return answers.map((boxes) => boxes.reduce((mask, mark) => mask | bits[mark], 0).toString()).join('');
}

export function decodeSheet(sheet: string): Mark[][] {
  if (!isSheet.test(sheet)) throw new RangeError('Not a sheet of answers');
  return [...sheet].map((mask) => marks.filter((mark) => (Number(mask) & bits[mark]) !== 0));
}

/** What one item's character is counted as. */
export function countsFor(mask: string): Mark | 'INVALID' {
  return single[mask] ?? 'INVALID';
}

/** Every item is answered with exactly one box. */
export function isComplete(sheet: string, itemCount: number): boolean {
  return sheet.length === itemCount && /^[124]*$/.test(sheet);
}

/** No item has exactly one box: whoever handed this in did not take part. */
export function isEmpty(sheet: string): boolean {
  return !/[124]/.test(sheet);
}
