import { expect, it } from 'vitest';
import { numberKey } from './number-key.ts';

it('sorts numbers as people do', () => {
  const typed = ['10', '9', '9а', '100', 'Н-2', 'Н-10', '1'];
  const sorted = typed.toSorted((a, b) => (numberKey(a) < numberKey(b) ? -1 : 1));
  expect(sorted).toEqual(['1', '9', '9а', '10', '100', 'Н-2', 'Н-10']);
});

it.each([
  ['12', 'кв. 12'],
  ['12', '№ 12'],
  ['12', ' 012 '],
  ['12а', '12 A'],
  ['3', 'м/м 3'],
  ['5', 'Помещение 5'],
])('reads «%s» and «%s» as one number', (one, other) => {
  expect(numberKey(one)).toBe(numberKey(other));
});

it('keeps different numbers apart, and finds none where there is none', () => {
  expect(numberKey('1/2')).not.toBe(numberKey('12'));
  expect(numberKey('5.1')).not.toBe(numberKey('51'));
  expect(numberKey(' - № ')).toBe('');
  expect(numberKey('кв.')).toBe('');
});
