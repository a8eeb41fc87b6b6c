import { describe, expect, test } from 'vitest';
import { isSoon, timeUntil } from './waiting-time.ts';

const now = Date.parse('2026-02-01T00:00:00Z');

describe('the time that is left', () => {
  test.each([
    ['2026-02-06T01:00:00Z', { unit: 'days', count: 5 }, false],
    ['2026-02-03T00:00:00Z', { unit: 'days', count: 2 }, false],
    ['2026-02-02T23:30:00Z', { unit: 'hours', count: 47 }, true],
    ['2026-01-31T21:00:00Z', { unit: 'hours', count: -3 }, true],
  ] as const)('until %s', (moment, left, soon) => {
    expect(timeUntil(moment, now)).toEqual(left);
    expect(isSoon(moment, now)).toBe(soon);
  });
});
