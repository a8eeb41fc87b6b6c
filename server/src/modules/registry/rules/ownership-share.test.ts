import { describe, expect, it, test } from 'vitest';
import { Fraction } from '../../../kernel/fraction.ts';
import { isShare, sharesOf, sharesOverTime } from './ownership-share.ts';

const f = (text: string): Fraction => Fraction.parse(text);
const answer = (shares: string[]) => {
  const found = sharesOf(shares.map(f));
  return found.ok ? { sum: found.sum.toString(), missing: found.missing.toString() } : found;
};

describe('the shares of one premises', () => {
  test.each([
    [['1'], '1', '0'],
    [['1/3', '1/3', '1/3'], '1', '0'],
    [['1/2', '1/3'], '5/6', '1/6'],
    [[], '0', '1'],
  ])('%j sum to %s and leave %s without a known owner (domain §5 rows 1, 2, 40)', (shares, sum, missing) => {
    expect(answer(shares)).toEqual({ sum, missing });
  });

  test.each([
    [['1', '1/1000'], '1001/1000'],
    [['1/2', '1/3', '1/3'], '7/6'],
    [['0.3333', '0.3333', '0.3335'], '10001/10000'],
  ])('%j exceed the whole and are refused, never normalised (domain §5 row 3)', (shares, sum) => {
    expect(answer(shares)).toEqual({ ok: false, code: 'SHARES_EXCEED_ONE', facts: { sum } });
  });

  test.each(['0', '-1/2', '3/2'])('%s is no share', (share) => {
    expect(answer([share])).toEqual({ ok: false, code: 'SHARE_INVALID', facts: { share } });
    expect(isShare(f(share))).toBe(false);
  });

  it('counts the whole as a share', () => {
    expect(isShare(Fraction.one)).toBe(true);
  });
});

describe('the shares of one premises over time', () => {
  it('may each be the whole when one follows the other', () => {
    const found = sharesOverTime([
      { share: Fraction.one, since: null, until: 10 },
      { share: Fraction.one, since: 10, until: null },
    ]);
    expect(found.ok).toBe(true);
  });

  it('are refused when they overlap in the past alone', () => {
    const found = sharesOverTime([
      { share: Fraction.one, since: null, until: 10 },
      { share: f('1/2'), since: 9, until: 20 },
      { share: f('1/2'), since: 20, until: null },
    ]);
    expect(found).toEqual({ ok: false, code: 'SHARES_EXCEED_ONE', facts: { sum: '3/2' } });
  });

  it('show what is missing after the last change', () => {
    const found = sharesOverTime([
      { share: f('1/4'), since: null, until: null },
      { share: f('1/4'), since: 5, until: 8 },
    ]);
    expect(found.ok && found.missing.toString()).toBe('3/4');
  });
});
