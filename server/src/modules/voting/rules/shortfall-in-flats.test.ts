import { expect, test } from 'vitest';
import { Fraction } from '../../../kernel/fraction.ts';
import { shortfallInFlats } from './shortfall-in-flats.ts';

const house = { count: 200, area: Fraction.of(10_786) };

test.each([
  ['0', 0],
  ['0.01', 1],
  ['53.93', 1],
  ['53.94', 2],
  ['1240.5', 24],
])('%s m² are %s flats of 53.93 m²', (shortfall, flats) => {
  expect(shortfallInFlats(Fraction.parse(shortfall), house)).toBe(flats);
});

test('a house without flats has no usual one', () => {
  expect(shortfallInFlats(Fraction.one, { count: 0, area: Fraction.zero })).toBeNull();
});
