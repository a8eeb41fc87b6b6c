import { expect, test } from 'vitest';
import { isSpokenCode } from './spoken-code.ts';

test.each([
  ['0123-4567-89AB-CDEF', true],
  ['0123 4567 89ab cdef', true],
  ['23A4-BCDE', true],
  ['ABCD-EFGH', true],
  ['Premises', false],
  ['17', false],
  ['Ленина 12', false],
  ['Lenin Street', false],
  ['AS_abcdefghijklmnopqrstuv', false],
])('%s is a code: %s', (text, expected) => {
  expect(isSpokenCode(text)).toBe(expected);
});
