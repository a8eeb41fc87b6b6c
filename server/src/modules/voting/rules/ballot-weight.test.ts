import { describe, expect, it, test } from 'vitest';
import { Fraction } from '../../../kernel/fraction.ts';
import { ballotWeight, commonUnit, fromUnits, toUnits } from './ballot-weight.ts';

const f = (text: string): Fraction => Fraction.parse(text);

describe('the weight of a ballot', () => {
  test.each([
    [5430n, '1/3', '181/10'],
    [7010n, '1/3', '701/30'],
    [6200n, '1', '62'],
    [99n, '1', '99/100'],
    [1n, '1/7', '1/700'],
    [0n, '1/2', '0'],
  ])('of %s hundredths of m² and the share %s is %s', (area, share, weight) => {
    expect(ballotWeight(area, f(share)).toString()).toBe(weight);
  });

  it('is exact for three thirds of 70.10 m², never 23.37 three times (domain §5 row 1)', () => {
    const third = ballotWeight(7010n, f('1/3'));
    expect(third.plus(third).plus(third).toString()).toBe('701/10');
    expect(third.equals(f('23.37'))).toBe(false);
  });

  it('is a fraction of a vote for a store-room below 1 m² (domain §5 row 43)', () => {
    expect(ballotWeight(75n, f('1/2')).toString()).toBe('3/8');
  });
});

describe('the common unit', () => {
  test.each([
    [[], 1n],
    [['1'], 1n],
    [['1/2', '1/3', '2/3', '1/4'], 12n],
    [['1/6', '1/4', '3/10'], 60n],
    [['1/17', '1/19'], 323n],
  ])('of %j is %s', (shares, unit) => {
    expect(commonUnit(shares.map(f))).toBe(unit);
  });

  it('turns every weight into a whole number and back', () => {
    const unit = commonUnit([f('1/3'), f('1/4')]);
    expect(toUnits(5430n, f('1/3'), unit)).toBe(21_720n);
    expect(fromUnits(21_720n, unit).toString()).toBe('181/10');
  });

  it('refuses a share it was not made for', () => {
    expect(() => toUnits(5430n, f('1/5'), 12n)).toThrow(RangeError);
  });
});
