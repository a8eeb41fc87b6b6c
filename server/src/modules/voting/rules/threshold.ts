/** The point of the law a question falls under fixes how many votes adopt it, and of which total (art. 46 p. 1, 1.2; art. 36 p. 3). */
import { Fraction } from '../../../kernel/fraction.ts';
import type { Requirement } from './clause.ts';

/** S: of those taking part · A50: of all · T23: two thirds of all · U: everybody · X45: other use of a flat. */
export type Rule = 'S' | 'A50' | 'T23' | 'U' | 'X45';

const half = Fraction.of(1, 2);

const ofParticipants: Requirement = {
  name: 'FOR_OF_PARTICIPANTS',
  have: 'for',
  base: 'participating',
  threshold: half,
  strict: true,
};
const moreThanHalfOfHouse: Requirement = {
  name: 'FOR_OF_HOUSE',
  have: 'for',
  base: 'total',
  threshold: half,
  strict: true,
};
const twoThirdsOfHouse: Requirement = {
  name: 'FOR_OF_HOUSE',
  have: 'for',
  base: 'total',
  threshold: Fraction.of(2, 3),
  strict: false,
};
const wholeHouse: Requirement = {
  name: 'FOR_OF_HOUSE',
  have: 'for',
  base: 'total',
  threshold: Fraction.one,
  strict: false,
};
/** All owners of the entrance are the base, the stricter of two readings. */
const moreThanHalfOfEntrance: Requirement = {
  name: 'FOR_OF_ENTRANCE',
  have: 'entranceFor',
  base: 'entranceTotal',
  threshold: half,
  strict: true,
};

type Row = { readonly oneEntrance: readonly Requirement[]; readonly severalEntrances: readonly Requirement[] };

const rows: Readonly<Record<Rule, Row>> = {
  S: { oneEntrance: [ofParticipants], severalEntrances: [ofParticipants] },
  A50: { oneEntrance: [moreThanHalfOfHouse], severalEntrances: [moreThanHalfOfHouse] },
  T23: { oneEntrance: [twoThirdsOfHouse], severalEntrances: [twoThirdsOfHouse] },
  U: { oneEntrance: [wholeHouse], severalEntrances: [wholeHouse] },
  X45: { oneEntrance: [ofParticipants], severalEntrances: [ofParticipants, moreThanHalfOfEntrance] },
};

export function thresholdOf(rule: Rule, hasSeveralEntrances: boolean): readonly Requirement[] {
  return hasSeveralEntrances ? rows[rule].severalEntrances : rows[rule].oneEntrance;
}
