/** An assembly is valid when owners with more than half of all votes took part (art. 45 p. 3); exactly half is no quorum. */
import { Fraction } from '../../../kernel/fraction.ts';
import type { Requirement } from './clause.ts';
import type { Rule } from './threshold.ts';

export const houseQuorum: readonly Requirement[] = [
  { name: 'HOUSE_PARTICIPATION', have: 'participating', base: 'total', threshold: Fraction.of(1, 2), strict: true },
];

/** In a house of one entrance, consent to turn a flat into other premises asks for more than two thirds of all votes. */
const twoThirdsOfHouse: readonly Requirement[] = [
  { name: 'HOUSE_PARTICIPATION', have: 'participating', base: 'total', threshold: Fraction.of(2, 3), strict: true },
];

/** In a house of several, the entrance concerned must be there with more than two thirds of its own votes as well. */
const houseAndEntrance: readonly Requirement[] = [
  ...houseQuorum,
  {
    name: 'ENTRANCE_PARTICIPATION',
    have: 'entranceParticipating',
    base: 'entranceTotal',
    threshold: Fraction.of(2, 3),
    strict: true,
  },
];

type Row = { readonly oneEntrance: readonly Requirement[]; readonly severalEntrances: readonly Requirement[] };

const rows: Readonly<Record<Rule, Row>> = {
  S: { oneEntrance: houseQuorum, severalEntrances: houseQuorum },
  A50: { oneEntrance: houseQuorum, severalEntrances: houseQuorum },
  T23: { oneEntrance: houseQuorum, severalEntrances: houseQuorum },
  U: { oneEntrance: houseQuorum, severalEntrances: houseQuorum },
  X45: { oneEntrance: twoThirdsOfHouse, severalEntrances: houseAndEntrance },
};

export function quorumOf(rule: Rule, hasSeveralEntrances: boolean): readonly Requirement[] {
  return hasSeveralEntrances ? rows[rule].severalEntrances : rows[rule].oneEntrance;
}
