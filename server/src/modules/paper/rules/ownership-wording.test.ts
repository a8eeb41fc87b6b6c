import { expect, test } from 'vitest';
import { Fraction } from '../../../kernel/fraction.ts';
import { ownershipRow, writeSnils } from './ownership-wording.ts';

const flat = {
  premisesKind: 'FLAT',
  number: '12а',
  area: 5430n,
  share: Fraction.of(1n, 3n),
  joint: false,
  titleKind: 'ЕГРН',
  titleNumber: '77:01:5-77/2015',
  titleDate: '2015-03-12',
} as const;

test('a row says premises, area, share, title and votes', () => {
  expect(ownershipRow(flat)).toEqual(['кв. 12а', '54,30', '1/3', 'ЕГРН № 77:01:5-77/2015 от 12.03.2015', '18,10']);
});

test('what is not known is left out, and joint ownership is said', () => {
  const unknown = { ...flat, joint: true, titleKind: null, titleNumber: null, titleDate: null };
  expect(ownershipRow(unknown)).toEqual(['кв. 12а', '54,30', '1/3 совм.', '', '18,10']);
});

test('a SNILS is written as on its card', () => {
  expect(writeSnils('11223344595')).toBe('112-233-445 95');
});
