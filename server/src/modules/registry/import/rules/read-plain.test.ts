import { expect, it } from 'vitest';
import type { Cell } from './cell.ts';
import {
  readCadastralNumber,
  readFiasId,
  readInteger,
  readJoint,
  readNumber,
  readText,
  readYear,
} from './read-plain.ts';
import type { Reading } from './row-error.ts';

function answer(reading: Reading<unknown>): unknown {
  return reading.ok ? reading.value : reading.code;
}
const text = (written: string): Cell => ({ text: written, kind: 'TEXT' });

it('reads text with single spaces, and no date that was a number', () => {
  expect(answer(readText(text('ул.  Ленина')))).toBe('ул. Ленина');
  expect(answer(readNumber(text('5.0')))).toBe('5');
  expect(answer(readNumber(text('5.1')))).toBe('5.1');
  expect(answer(readText({ text: '2026-02-01', kind: 'DATE' }))).toBe('CELL_IS_DATE');
});

it.each([
  ['5', 5],
  ['5.0', 5],
  ['-1', -1],
  ['−1', -1],
  ['201', 'NUMBER_INVALID'],
  ['5,5', 'NUMBER_INVALID'],
  ['Этажей', 'NUMBER_INVALID'],
])('reads the whole number %s', (written, expected) => {
  expect(answer(readInteger(text(written), -10, 200))).toBe(expected);
});

it('reads a year up to this one', () => {
  expect(answer(readYear(text('2026'), '2026-02-01'))).toBe(2026);
  expect(answer(readYear(text('2999'), '2026-02-01'))).toBe('YEAR_INVALID');
});

it('reads numbers of registers in one form', () => {
  expect(answer(readCadastralNumber(text('77:01:0001075: 1361')))).toBe('77:01:0001075:1361');
  expect(answer(readCadastralNumber(text('77:01:1')))).toBe('CADASTRAL_INVALID');
  expect(answer(readFiasId(text('{5EE84AC0-EB9A-4B42-B814-2F5F7C27C255}')))).toBe(
    '5ee84ac0-eb9a-4b42-b814-2f5f7c27c255',
  );
  expect(answer(readFiasId(text('5ee84ac0')))).toBe('FIAS_INVALID');
});

it.each([
  ['да', true],
  ['+', true],
  ['Общая совместная собственность', true],
  ['нет', false],
  ['долевая', false],
  ['наверное', 'JOINT_UNREADABLE'],
])('reads whether «%s» is joint', (written, expected) => {
  expect(answer(readJoint(text(written)))).toBe(expected);
});
