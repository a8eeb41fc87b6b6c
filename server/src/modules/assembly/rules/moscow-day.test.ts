import { describe, expect, it, test } from 'vitest';
import { dayNumber, fullDaysBetween, moscowDay } from './moscow-day.ts';

describe('a day in Moscow', () => {
  it('begins at 21:00 UTC of the day before', () => {
    expect(moscowDay(Date.parse('2026-02-28T20:59:59.999Z'))).toBe(dayNumber('2026-02-28'));
    expect(moscowDay(Date.parse('2026-02-28T21:00:00Z'))).toBe(dayNumber('2026-03-01'));
  });

  test.each([
    '1970-01-01',
    '1969-12-31',
    '2000-02-29',
    '2024-02-29',
    '2024-09-01',
    '2025-12-31',
    '2026-01-01',
    '2100-03-01',
  ])('has the number of %s in the calendar', (date) => {
    expect(dayNumber(date)).toBe(Date.parse(`${date}T00:00:00Z`) / 86_400_000);
  });

  test.each([
    ['2026-03-01T23:59:59+03:00', '2026-03-12T00:00:00+03:00', 10],
    ['2026-03-01T00:00:00+03:00', '2026-03-11T23:59:59+03:00', 9],
    ['2026-03-01T10:00:00+03:00', '2026-03-01T11:00:00+03:00', 0],
  ])('lies whole between %s and %s: %i of them', (earlier, later, days) => {
    expect(fullDaysBetween(Date.parse(earlier), Date.parse(later))).toBe(days);
  });
});
