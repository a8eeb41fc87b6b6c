import { expect, it } from 'vitest';
import { readOgrn } from './ogrn.ts';

it.each([
  ['1027700132195', '1027700132195'],
  ['1 02 77 00 132195', '1027700132195'],
  // A rest of ten stands as its last digit.
  ['1000000000000', '1000000000000'],
  ['304500116000157', '304500116000157'],
])('reads %s', (written, digits) => {
  expect(readOgrn(written)).toBe(digits);
});

it.each(['1027700132196', '304500116000158', '0000000000000', '102770013219', '10277001321955', '', 'ОГРН'])(
  'refuses %j',
  (written) => {
    expect(readOgrn(written)).toBeNull();
  },
);
