/** Votes and their part of a whole as the papers print them; the exact fraction is in the explanation beside it. */
import { Fraction } from '../../../kernel/fraction.ts';

export const decimal = (votes: Fraction): string => votes.toDecimal(2).replace('.', ',');

export function percentOf(votes: Fraction, base: Fraction): string {
  return base.isZero() ? '0,00 %' : `${decimal(votes.dividedBy(base).times(Fraction.of(100)))} %`;
}
