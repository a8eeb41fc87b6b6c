import { describe, expect, it, test } from 'vitest';
import { Fraction } from './fraction.ts';

const f = (text: string): Fraction => Fraction.parse(text);

describe('Fraction', () => {
  test.each([
    ['355/2', '355/2'],
    ['10.00', '10'],
    ['-3', '-3'],
    ['2/4', '1/2'],
    ['-2/4', '-1/2'],
    ['-0.5', '-1/2'],
    ['-0.05', '-1/20'],
    ['0/7', '0'],
    ['-0', '0'],
    ['100000000000000000000.01', '10000000000000000000001/100'],
  ])('reads %s as %s', (text, normalised) => {
    expect(f(text).toString()).toBe(normalised);
  });

  test.each([
    '',
    ' ',
    '1 ',
    '+1',
    '1/',
    '/2',
    '1/0',
    '1/-2',
    '1.5/2',
    '1.',
    '.5',
    '1e3',
    '0x10',
    '1,5',
    'NaN',
    '1/2/3',
    '1\n',
    '１',
  ])('refuses to read %j', (text) => {
    expect(() => f(text)).toThrow(RangeError);
  });

  test.each([
    [() => Fraction.of(1, 0)],
    [() => Fraction.of(0.1)],
    [() => Fraction.of(Number.NaN)],
    [() => Fraction.one.dividedBy(Fraction.zero)],
  ])('makes nothing of %s', (make) => {
    expect(make).toThrow(RangeError);
  });

  it('keeps the sign above the line and the terms lowest', () => {
    const { numerator, denominator } = Fraction.of(6, -4);
    expect([numerator, denominator]).toEqual([-3n, 2n]);
  });

  it('reckons exactly', () => {
    expect(f('1/3').plus(f('1/6')).toString()).toBe('1/2');
    expect(f('1/3').minus(f('1/2')).toString()).toBe('-1/6');
    expect(f('54.30').times(f('1/3')).toString()).toBe('181/10');
    expect(f('1/2').dividedBy(f('-3/4')).toString()).toBe('-2/3');
    expect(f('0.1').plus(f('0.2')).equals(f('0.3'))).toBe(true);
  });

  it('compares by cross multiplication', () => {
    expect(f('1/3').compare(f('33333333333333333333/100000000000000000000'))).toBe(1);
    expect(f('-1/2').compare(f('1/3'))).toBe(-1);
    expect(f('2/4').compare(f('1/2'))).toBe(0);
    expect(f('1/2').isMoreThan(f('1/2'))).toBe(false);
    expect(f('1/2').isAtLeast(f('1/2'))).toBe(true);
    expect(f('1/3').isAtLeast(f('1/2'))).toBe(false);
    expect(f('1/3').isLessThan(f('1/2'))).toBe(true);
    expect(f('1/2').isLessThan(f('1/2'))).toBe(false);
    expect(Fraction.zero.isZero()).toBe(true);
    expect(Fraction.one.isZero()).toBe(false);
  });

  test.each([
    ['701/30', 2, '23.37'],
    ['1/8', 2, '0.13'],
    ['-1/8', 2, '-0.13'],
    ['1/200', 2, '0.01'],
    ['-1/300', 2, '0.00'],
    ['62', 2, '62.00'],
    ['1/2', 0, '1'],
    ['199999/3000', 2, '66.67'],
    ['999/1000', 2, '1.00'],
    ['-1234/100', 1, '-12.3'],
  ])('prints %s with %i decimals as %s', (text, digits, printed) => {
    expect(f(text).toDecimal(digits)).toBe(printed);
  });
});
