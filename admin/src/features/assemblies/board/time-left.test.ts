import { expect, test } from 'vitest';
import { timeLeft } from './time-left.ts';

const written = (seconds: number): string =>
  timeLeft(1_000_000, 1_000_000 + seconds * 1000)
    .parts.map(({ unit, count }) => `${count} ${unit}`)
    .join(' ');

test.each([
  [6 * 86_400 + 4 * 3600 + 59 * 60, '6 day 4 hour'],
  [3600, '1 hour 0 minute'],
  [61, '1 minute 1 second'],
  [9, '9 second'],
  [0.2, '1 second'],
])('%s seconds are %s', (seconds, words) => {
  expect(written(seconds)).toBe(words);
});

test('at the moment itself it is over', () => {
  expect(timeLeft(5000, 5000)).toEqual({ parts: [], isOver: true });
});
