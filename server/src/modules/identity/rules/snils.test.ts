import { describe, expect, it } from 'vitest';
import { maskSnils, readSnils } from './snils.ts';

describe('readSnils', () => {
  it.each([
    ['112-233-445 95', '11223344595'],
    ['11223344595', '11223344595'],
    ['  112 233 445 95 ', '11223344595'],
    ['112–233–445 95', '11223344595'],
    // The weighted sum is 202, and 100: both make the check number 00.
    ['087-654-303 00', '08765430300'],
    ['001-019-989 00', '00101998900'],
  ])('reads %s', (written, digits) => {
    expect(readSnils(written)).toBe(digits);
  });

  it('checks no number that was given out before there was a check number', () => {
    expect(readSnils('001-001-998 17')).toBe('00100199817');
    expect(readSnils('001-001-999 65')).toBe('00100199965');
    expect(readSnils('001-001-999 17')).toBeNull();
  });

  it.each([
    '112-233-445 94',
    '112-233-445',
    '112-233-445 955',
    '000-000-000 00',
    '',
    'abc-def-ghi jk',
    '１１２２３３４４５９５',
  ])('refuses %j', (written) => {
    expect(readSnils(written)).toBeNull();
  });
});

it('masks all but two digits', () => {
  expect(maskSnils('11223344595')).toBe('***-***-*45 **');
});
