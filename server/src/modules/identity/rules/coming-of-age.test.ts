import { expect, it } from 'vitest';
import { comesOfAgeOn, isBirthDate } from './coming-of-age.ts';

it.each([
  ['2008-02-02', '2026-02-01', '2026-02-02'],
  ['2008-02-01', '2026-02-01', null],
  ['2008-01-31', '2026-02-01', null],
  ['2020-12-31', '2026-02-01', '2038-12-31'],
  // Nobody comes of age a day too early for having been born on the 29th.
  ['2008-02-29', '2026-02-28', '2026-03-01'],
  ['2008-02-29', '2026-03-01', null],
  ['1982-02-29', '1990-01-01', '2000-02-29'],
  [null, '2026-02-01', null],
])('whoever was born on %s comes of age, on %s, on %s', (birthDate, today, day) => {
  expect(comesOfAgeOn(birthDate, today)).toBe(day);
});

it.each([
  ['2026-02-01', true],
  ['2026-02-02', false],
  ['1896-01-01', true],
  ['1895-12-31', false],
])('born on %s: %s', (birthDate, possible) => {
  expect(isBirthDate(birthDate, '2026-02-01')).toBe(possible);
});
