import { expect, test } from 'vitest';
import { pauseBefore } from './growing-pause.ts';

test('a pause grows with every try that failed, and has an end', () => {
  expect([0, 1, 2, 3].map((tries) => pauseBefore(tries, 1))).toEqual([1_000, 2_000, 4_000, 8_000]);
  expect([5, 9, 5_000].map((tries) => pauseBefore(tries, 1))).toEqual([30_000, 30_000, 30_000]);
});

test('no two pages come back at the same moment', () => {
  expect([0, 0.5, 1].map((chance) => pauseBefore(2, chance))).toEqual([2_000, 3_000, 4_000]);
});
