/** Areas are counted in hundredths of a square metre, and every one of them is a vote (art. 48 p. 3): none is rounded here. */
import type { Cell } from './cell.ts';
import { read, refuse, type Reading } from './row-error.ts';

/** Larger than any premises of an apartment house, small enough to catch a comma in the wrong place. */
const absurd = 10_000_000n;

export function readArea(cell: Cell): Reading<bigint> {
  if (cell.kind === 'DATE') return refuse('CELL_IS_DATE');
  const text = cell.text.replaceAll(/[\s\u00a0]/g, '').replace(/(кв\.?м\.?|м2|м²|m2|m²|sqm)$/iu, '');
  const [, minus, whole, decimals] = /^([-−]?)(\d{1,12})(?:[.,](\d{1,20}))?$/.exec(text) ?? [];
  if (whole === undefined) return refuse('AREA_UNREADABLE');
  const digits = (decimals ?? '').replace(/0+$/, '');
  const isZero = !/[1-9]/.test(whole + digits);
  if (minus !== '' || isZero) return refuse('AREA_NOT_POSITIVE');
  if (digits.length > 2) return refuse('AREA_TOO_FINE');
  const hundredths = BigInt(whole) * 100n + BigInt(digits.padEnd(2, '0'));
  return hundredths > absurd ? refuse('AREA_ABSURD', { limit: Number(absurd / 100n) }) : read(hundredths);
}
