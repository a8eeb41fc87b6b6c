/** Shares of one premises never exceed the whole; a part nobody is known to own stays in the total of the house (art. 37). */
import type { RefusalCode } from '@veche/shared/refusals';
import { Fraction } from '../../../kernel/fraction.ts';
import { ownedOn } from './owned-on.ts';
import type { Period } from './owned-on.ts';

export type SharesAnswer =
  /** `missing` is the part without a known owner; above zero it is a flag to look at, not an error. */
  | { readonly ok: true; readonly sum: Fraction; readonly missing: Fraction }
  | {
      readonly ok: false;
      readonly code: Extract<RefusalCode, 'SHARE_INVALID' | 'SHARES_EXCEED_ONE'>;
      readonly facts: { readonly share?: string; readonly sum?: string };
    };

export function isShare(share: Fraction): boolean {
  return share.isMoreThan(Fraction.zero) && !share.isMoreThan(Fraction.one);
}

/** The shares of one premises at one moment; joint owners hold one share together. */
export function sharesOf(shares: readonly Fraction[]): SharesAnswer {
  const wrong = shares.find((share) => !isShare(share));
  if (wrong !== undefined) return { ok: false, code: 'SHARE_INVALID', facts: { share: wrong.toString() } };
  const sum = shares.reduce((total, share) => total.plus(share), Fraction.zero);
  if (sum.isMoreThan(Fraction.one)) return { ok: false, code: 'SHARES_EXCEED_ONE', facts: { sum: sum.toString() } };
  return { ok: true, sum, missing: Fraction.one.minus(sum) };
}

/** The first refusal at any moment of the premises' history, or how its shares stand at the last change known. */
export function sharesOverTime(ownerships: readonly (Period & { readonly share: Fraction })[]): SharesAnswer {
  const changes = ownerships.flatMap(({ since, until }) => (until === null ? [since] : [since, until]));
  const moments = [...new Set(changes.map((moment) => moment ?? -Infinity))].toSorted((a, b) => a - b);
  let last: SharesAnswer = sharesOf([]);
  for (const moment of moments) {
    last = sharesOf(ownedOn(ownerships, moment).map(({ share }) => share));
    if (!last.ok) return last;
  }
  return last;
}
