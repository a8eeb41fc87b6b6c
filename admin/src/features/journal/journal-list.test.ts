import { describe, expect, test } from 'vitest';
import { periodOf } from './journal-list.ts';

describe('a period of days', () => {
  test('holds its last day whole', () => {
    const { since, until } = periodOf('2026-02-27', '2026-02-28');
    expect(new Date(since ?? '').getTime()).toBe(new Date(2026, 1, 27).getTime());
    expect(new Date(until ?? '').getTime()).toBe(new Date(2026, 2, 1).getTime());
  });

  test('that makes no sense is none', () => {
    expect(periodOf('yesterday', undefined)).toEqual({});
    expect(periodOf('2026-13-45', '')).toEqual({});
  });
});
