/** Nothing is rounded before it is printed, and what was rounded in print says so. */
import { Fraction } from '../../../kernel/fraction.ts';

export type DecimalMark = '.' | ',';

const hundred = Fraction.of(100);

/** Whether two decimals show the number as it is. */
export function isExactInPrint(number: Fraction): boolean {
  return 100n % number.denominator === 0n;
}

export function twoDecimals(number: Fraction, mark: DecimalMark): string {
  return number.toDecimal(2).replace('.', mark);
}

/** "62", "18.10", or "≈ 23.37" where two decimals do not show all of it. */
export function printAmount(number: Fraction, mark: DecimalMark): string {
  if (number.denominator === 1n) return number.toString();
  return isExactInPrint(number) ? twoDecimals(number, mark) : `≈ ${twoDecimals(number, mark)}`;
}

export function partOf(part: Fraction, base: Fraction): Fraction {
  return base.isZero() ? Fraction.zero : part.dividedBy(base);
}

export function percentDigits(ratio: Fraction, mark: DecimalMark): string {
  return twoDecimals(ratio.times(hundred), mark);
}

/** A part of the whole too small to show, and yet there. */
export function isBelowPrint(ratio: Fraction): boolean {
  return !ratio.isZero() && ratio.times(hundred).toDecimal(2) === '0.00';
}

/** Both read the same with two decimals although they differ: the percent alone would mislead. */
export function looksLike(ratio: Fraction, threshold: Fraction): boolean {
  return !ratio.equals(threshold) && percentDigits(ratio, '.') === percentDigits(threshold, '.');
}
