/** What a count starts from and what it ends in; the minutes state the latter item by item (art. 46 p. 1, 3). */
import type { Fraction } from '../../../kernel/fraction.ts';
import type { Verdict } from './clause.ts';
import type { Rule } from './threshold.ts';

export interface TallyItem {
  readonly id: string;
  readonly rule: Rule;
  /** The entrance concerned, for X45 only. */
  readonly entrance: number | null;
}

export interface TallyBasis {
  readonly commonUnit: bigint;
  /** All votes of the house, those nobody can cast included, in units. */
  readonly total: bigint;
  readonly totalByEntrance: ReadonlyMap<number, bigint>;
}

export interface ItemTally {
  readonly itemId: string;
  readonly rule: Rule;
  readonly for: Fraction;
  readonly against: Fraction;
  readonly abstain: Fraction;
  /** Took part, and has no countable answer to this item. */
  readonly invalid: Fraction;
  readonly quorum: Verdict;
  /** Met only with the quorum; its clauses say what the threshold alone would have given. */
  readonly decision: Verdict;
  readonly adopted: boolean;
}

export interface Tally {
  readonly total: Fraction;
  readonly participating: Fraction;
  readonly quorum: Verdict;
  readonly items: readonly ItemTally[];
}
