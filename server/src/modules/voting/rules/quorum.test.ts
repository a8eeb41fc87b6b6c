import { describe, expect, test } from 'vitest';
import { Fraction } from '../../../kernel/fraction.ts';
import { judge } from './clause.ts';
import { houseQuorum, quorumOf } from './quorum.ts';

const f = (text: string): Fraction => Fraction.parse(text);
const measures = (participating: string, entranceParticipating = '0') => ({
  total: f('3000'),
  participating: f(participating),
  for: Fraction.zero,
  entranceTotal: f('600'),
  entranceParticipating: f(entranceParticipating),
  entranceFor: Fraction.zero,
});

describe('the quorum of the house', () => {
  test.each([
    ['1499.99', false, '1/100'],
    ['1500', false, '0'],
    ['1500.01', true, '0'],
    ['0', false, '1500'],
    ['3000', true, '0'],
  ])('with %s of 3000 votes there: %s (domain §5 row 34: exactly half is none)', (participating, met, shortfall) => {
    const verdict = judge(houseQuorum, measures(participating));
    expect(verdict.met).toBe(met);
    expect(verdict.clauses.map((clause) => clause.shortfall.toString())).toEqual([shortfall]);
  });

  test.each(['S', 'A50', 'T23', 'U'] as const)('is all that an item under %s asks for', (rule) => {
    expect(quorumOf(rule, true)).toEqual(houseQuorum);
    expect(quorumOf(rule, false)).toEqual(houseQuorum);
  });
});

describe('the quorum for a flat put to another use', () => {
  test.each([
    ['2000', false],
    ['2000.01', true],
  ])('in a house of one entrance, with %s of 3000 there: %s', (participating, met) => {
    expect(judge(quorumOf('X45', false), measures(participating)).met).toBe(met);
  });

  test.each([
    ['1500', '600', false],
    ['1500.01', '400', false],
    ['1500.01', '400.01', true],
  ])('in a house of several, with %s of 3000 and %s of the entrance’s 600: %s', (house, entrance, met) => {
    expect(judge(quorumOf('X45', true), measures(house, entrance)).met).toBe(met);
  });
});
