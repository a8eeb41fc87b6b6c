import { expect, it } from 'vitest';
import { readSpokenCode } from './spoken-code.ts';

it.each([
  ['0123-4567-89AB-CDEF', { kind: 'RECEIPT', code: '0123-4567-89AB-CDEF' }],
  [' o123 4567 89ab cdel ', { kind: 'RECEIPT', code: '0123-4567-89AB-CDE1' }],
  ['23A4-BCDE', { kind: 'PRINTED_NUMBER', code: '23A4-BCDE' }],
  ['23a4bcde', { kind: 'PRINTED_NUMBER', code: '23A4-BCDE' }],
  ['12А4-BCDE', null],
  ['17', null],
  ['улица Строителей', null],
  ['', null],
])('%s is read as %o', (text, read) => {
  expect(readSpokenCode(text)).toEqual(read);
});
