import { describe, expect, it, test } from 'vitest';
import { isOwnedOn, ownedOn } from './owned-on.ts';

const soldAt = 1_000;

describe('an ownership', () => {
  test.each([
    [{ since: 500, until: soldAt }, 499, false],
    [{ since: 500, until: soldAt }, 500, true],
    [{ since: 500, until: soldAt }, 999, true],
    [{ since: 500, until: soldAt }, 1_000, false],
    [{ since: null, until: soldAt }, -1, true],
    [{ since: soldAt, until: null }, 999, false],
    [{ since: soldAt, until: null }, 1_000_000, true],
  ])('%j holds at %i: %s', (period, moment, owned) => {
    expect(isOwnedOn(period, moment)).toBe(owned);
  });

  it('passes from seller to buyer without a gap and without a moment of both', () => {
    const sale = [
      { owner: 'seller', since: null, until: soldAt },
      { owner: 'buyer', since: soldAt, until: null },
    ];
    const ownersAt = (moment: number) => ownedOn(sale, moment).map(({ owner }) => owner);
    expect(ownersAt(soldAt - 1)).toEqual(['seller']);
    expect(ownersAt(soldAt)).toEqual(['buyer']);
  });
});
