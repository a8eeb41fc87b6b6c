/** An owner's votes are the area of the premises times the share owned; one square metre is one vote (art. 37 p. 1, art. 48 p. 3). */
import { Fraction } from '../../../kernel/fraction.ts';

export function ballotWeight(areaHundredths: bigint, share: Fraction): Fraction {
  return Fraction.of(areaHundredths * share.numerator, 100n * share.denominator);
}

/**
 * The least common multiple of the denominators, L. Every weight of the house is then a whole number of units
 * of 1/(100 L) m², so that thousands of ballots are summed as whole numbers and nothing is lost.
 */
export function commonUnit(shares: readonly Fraction[]): bigint {
  const denominators = new Set(shares.map((share) => share.denominator));
  let unit = 1n;
  // unit/d in lowest terms has below the line exactly what the unit still lacks.
  for (const denominator of denominators) unit *= Fraction.of(unit, denominator).denominator;
  return unit;
}

export function toUnits(areaHundredths: bigint, share: Fraction, unit: bigint): bigint {
  if (unit % share.denominator !== 0n) throw new RangeError('The share does not fit the common unit');
  return areaHundredths * share.numerator * (unit / share.denominator);
}

export function fromUnits(units: bigint, unit: bigint): Fraction {
  return Fraction.of(units, 100n * unit);
}
