/** A share passes on whole or in part (Civil Code art. 246, 250); what is not sold stays with the seller. */
import type { RefusalCode } from '@veche/shared/refusals';
import type { Fraction } from '../../../kernel/fraction.ts';
import { isWrittenShare } from './written-share.ts';

export interface Part {
  readonly ok: true;
  readonly sold: Fraction;
  /** null: all of it is sold. */
  readonly kept: Fraction | null;
}

export type PartAnswer =
  | Part
  | {
      readonly ok: false;
      readonly code: Extract<RefusalCode, 'SHARE_INVALID'>;
      readonly facts: { readonly share: string; readonly owned: string };
    };

/** Both are shares of the premises; null sells all that is owned. */
export function partOf(owned: Fraction, sold: Fraction | null): PartAnswer {
  if (sold === null || sold.equals(owned)) return { ok: true, sold: owned, kept: null };
  const kept = owned.minus(sold);
  if (!isWrittenShare(sold) || !isWrittenShare(kept)) {
    return {
      ok: false,
      code: 'SHARE_INVALID',
      facts: { share: sold.toString().slice(0, 60), owned: owned.toString() },
    };
  }
  return { ok: true, sold, kept };
}
