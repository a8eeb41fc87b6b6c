import { expect, it } from 'vitest';
import { readDate } from './read-date.ts';

function written(text: string): string {
  const reading = readDate({ text, kind: 'TEXT' }, '2026-02-01');
  return reading.ok ? reading.value : reading.code;
}

it.each([
  ['12.04.2015', '2015-04-12'],
  ['1.2.1980', '1980-02-01'],
  ['12.04.2015 г.', '2015-04-12'],
  ['2015-04-12', '2015-04-12'],
  ['2015-04-12T00:00:00', '2015-04-12'],
  ['29.02.2024', '2024-02-29'],
  ['01.02.2026', '2026-02-01'],
])('%s is %s', (text, date) => {
  expect(written(text)).toBe(date);
});

it.each([
  ['02.02.2026', 'DATE_IN_FUTURE'],
  ['01.01.2999', 'DATE_IN_FUTURE'],
  ['31.12.1899', 'DATE_TOO_EARLY'],
  ['29.02.2023', 'DATE_UNREADABLE'],
  ['31.04.2015', 'DATE_UNREADABLE'],
  ['04/12/2015', 'DATE_UNREADABLE'],
  ['12.04.15', 'DATE_UNREADABLE'],
  ['42106', 'DATE_UNREADABLE'],
])('%s is refused: %s', (text, code) => {
  expect(written(text)).toBe(code);
});
