import { expect, it } from 'vitest';
import { readArea } from './read-area.ts';

function written(text: string): string {
  const reading = readArea({ text, kind: 'TEXT' });
  return reading.ok ? reading.value.toString() : reading.code;
}

it.each([
  ['54,30', '5430'],
  ['54.3', '5430'],
  ['54', '5400'],
  ['54,3 м²', '5430'],
  ['54,3 кв. м', '5430'],
  ['1 054,35', '105435'],
  ['0,85', '85'],
  ['54,300', '5430'],
  ['100000', '10000000'],
])('%s is %s hundredths', (text, hundredths) => {
  expect(written(text)).toBe(hundredths);
});

it.each([
  ['0', 'AREA_NOT_POSITIVE'],
  ['0,00', 'AREA_NOT_POSITIVE'],
  ['-54,3', 'AREA_NOT_POSITIVE'],
  ['54,305', 'AREA_TOO_FINE'],
  ['0,001', 'AREA_TOO_FINE'],
  ['100000,01', 'AREA_ABSURD'],
  ['54300000', 'AREA_ABSURD'],
  ['54-30', 'AREA_UNREADABLE'],
  ['1.054,35', 'AREA_UNREADABLE'],
  ['нет', 'AREA_UNREADABLE'],
])('%s is refused: %s', (text, code) => {
  expect(written(text)).toBe(code);
});
