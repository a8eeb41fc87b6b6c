import { describe, expect, it, test } from 'vitest';
import { countsFor, decodeSheet, encodeSheet, isComplete, isEmpty } from './answers.ts';

describe('a sheet of answers', () => {
  it('is one character per item', () => {
    expect(
      encodeSheet([['FOR'], ['AGAINST'], ['ABSTAIN'], [], ['AGAINST', 'FOR'], ['FOR', 'AGAINST', 'ABSTAIN']]),
    ).toBe('124037');
  });

  it('is read back as the boxes marked, in the order of the form', () => {
    expect(decodeSheet('0356')).toEqual([[], ['FOR', 'AGAINST'], ['FOR', 'ABSTAIN'], ['AGAINST', 'ABSTAIN']]);
  });

  it('counts a box marked twice once', () => {
    expect(encodeSheet([['FOR', 'FOR']])).toBe('1');
  });

  test.each(['8', 'x', '1 2', '-1', '1\n'])('is not %j', (sheet) => {
    expect(() => decodeSheet(sheet)).toThrow(RangeError);
  });

  test.each([
    ['0', 'INVALID'],
    ['1', 'FOR'],
    ['2', 'AGAINST'],
    ['3', 'INVALID'],
    ['4', 'ABSTAIN'],
    ['5', 'INVALID'],
    ['6', 'INVALID'],
    ['7', 'INVALID'],
  ])('counts the boxes %s as %s', (mask, counted) => {
    expect(countsFor(mask)).toBe(counted);
  });

  test.each([
    ['124', 3, true],
    ['120', 3, false],
    ['123', 3, false],
    ['12', 3, false],
    ['1241', 3, false],
  ])('%s for %i items is complete: %s', (sheet, items, complete) => {
    expect(isComplete(sheet, items)).toBe(complete);
  });

  test.each([
    ['000', true],
    ['0367', true],
    ['', true],
    ['030200', false],
  ])('%s is empty: %s (domain §5 rows 10-12)', (sheet, empty) => {
    expect(isEmpty(sheet)).toBe(empty);
  });
});
