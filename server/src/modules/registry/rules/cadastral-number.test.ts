import { expect, it } from 'vitest';
import { readCadastralNumber } from './cadastral-number.ts';

it.each([
  ['77:01:0001075:1361', '77:01:0001075:1361'],
  [' 50:21:0110114 : 9 ', '50:21:0110114:9'],
  ['77:01:000107:1', '77:01:000107:1'],
])('reads «%s»', (written, read) => {
  expect(readCadastralNumber(written)).toBe(read);
});

it.each(['', '77:01:0001075', '7:01:0001075:1', '77-01-0001075-1', '77:01:0001075:1а', '77:01:00010755:1'])(
  'refuses «%s»',
  (written) => {
    expect(readCadastralNumber(written)).toBeNull();
  },
);
