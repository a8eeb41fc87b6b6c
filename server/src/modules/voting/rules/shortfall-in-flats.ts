/** What is missing to a threshold, as people see it: so many flats of the usual size. */
import { Fraction } from '../../../kernel/fraction.ts';

/** The flats of a house and their area together; a house may have none. */
export interface FlatsOfHouse {
  readonly count: number;
  readonly area: Fraction;
}

/** Rounded up, since half a flat does not vote; null where there is nothing to compare with. */
export function shortfallInFlats(shortfall: Fraction, { count, area }: FlatsOfHouse): number | null {
  if (count === 0 || area.isZero()) return null;
  const flats = shortfall.times(Fraction.of(count)).dividedBy(area);
  return Number((flats.numerator + flats.denominator - 1n) / flats.denominator);
}
