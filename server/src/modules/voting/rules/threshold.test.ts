import { describe, expect, it, test } from 'vitest';
import { Fraction } from '../../../kernel/fraction.ts';
import { judge } from './clause.ts';
import { thresholdOf } from './threshold.ts';
import type { Rule } from './threshold.ts';

const f = (text: string): Fraction => Fraction.parse(text);
const measures = (inFavour: string, inFavourThere = '0') => ({
  total: f('3000'),
  participating: f('2000'),
  for: f(inFavour),
  entranceTotal: f('600'),
  entranceParticipating: f('600'),
  entranceFor: f(inFavourThere),
});

describe('the threshold of an item', () => {
  const table: [Rule, string, boolean, string][] = [
    ['S', '1000', false, 'row 35: exactly half of the participants'],
    ['S', '1000.01', true, 'a hundredth more'],
    ['A50', '1500', false, 'row 36: exactly half of all'],
    ['A50', '1500.01', true, 'a hundredth more'],
    ['T23', '1999.99', false, 'row 38: 66.67 % in print'],
    ['T23', '2000', true, 'row 37: exactly two thirds of all'],
    ['U', '2999.99', false, 'all but a hundredth'],
    ['U', '3000', true, 'everybody'],
  ];
  test.each(table)('%s with %s of 3000 votes for, 2000 there: %s (domain §5 %s)', (rule, inFavour, met) => {
    for (const severalEntrances of [true, false]) {
      expect(judge(thresholdOf(rule, severalEntrances), measures(inFavour)).met).toBe(met);
    }
  });

  it('says what is missing', () => {
    const [clause] = judge(thresholdOf('T23', false), measures('1999.99')).clauses;
    expect(clause?.needed.toString()).toBe('2000');
    expect(clause?.shortfall.toString()).toBe('1/100');
  });

  test.each([
    ['1000', '600', false],
    ['1000.01', '300', false],
    ['1000.01', '300.01', true],
  ])('X45 in a house of several entrances with %s for in all and %s there: %s', (inFavour, there, met) => {
    expect(judge(thresholdOf('X45', true), measures(inFavour, there)).met).toBe(met);
  });

  it('X45 in a house of one entrance is more than half of the participants', () => {
    expect(thresholdOf('X45', false)).toEqual(thresholdOf('S', false));
  });
});
