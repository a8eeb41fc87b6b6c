import { expect, test } from 'vitest';
import { momentOf, wallTimeOf } from './wall-time.ts';

test.each([
  ['2026-02-20T07:00:00.000Z', 'Europe/Moscow', '2026-02-20T10:00'],
  ['2026-02-19T22:30:00.000Z', 'Europe/Moscow', '2026-02-20T01:30'],
  ['2026-02-20T07:00:00.000Z', 'Europe/Kaliningrad', '2026-02-20T09:00'],
  ['2026-02-20T07:00:00.000Z', 'Asia/Omsk', '2026-02-20T13:00'],
])('%s in %s is %s on the wall, and back', (moment, timeZone, wall) => {
  expect(wallTimeOf(moment, timeZone)).toBe(wall);
  expect(momentOf(wall, timeZone)).toBe(moment);
});

test('what is no time is no moment', () => {
  expect(momentOf('', 'Europe/Moscow')).toBeNull();
  expect(momentOf('2026-02-31', 'Europe/Moscow')).toBeNull();
});
