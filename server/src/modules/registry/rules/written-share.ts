/** A share in the right of ownership is a fraction above zero and at most one (Civil Code art. 245), as deeds write it. */
import type { Fraction } from '../../../kernel/fraction.ts';
import { isShare } from './ownership-share.ts';

/** No deed divides premises further; beyond it a fraction is a slip of the keyboard. */
const mostParts = 1_000_000_000_000n;

export function isWrittenShare(share: Fraction): boolean {
  return isShare(share) && share.denominator <= mostParts;
}
