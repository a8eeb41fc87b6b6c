import { expect, it } from 'vitest';
import { Fraction } from '../../../kernel/fraction.ts';
import { partOf } from './transferred-part.ts';

const of = (text: string): Fraction => Fraction.parse(text);

it.each([
  ['1', null, '1', null],
  ['2/3', '2/3', '2/3', null],
  ['0.5', '1/2', '1/2', null],
  ['1', '1/3', '1/3', '2/3'],
  ['2/3', '1/4', '1/4', '5/12'],
])('of %s owned, %s sold: %s passes and %s stays', (owned, sold, passes, stays) => {
  const answer = partOf(of(owned), sold === null ? null : of(sold));
  expect(answer).toMatchObject({ ok: true });
  expect(answer.ok && [String(answer.sold), answer.kept && String(answer.kept)]).toEqual([passes, stays]);
});

it.each([
  ['1/2', '2/3'],
  ['1/2', '0'],
  ['1/2', '-1/4'],
  ['1', '1/1000000000001'],
])('of %s owned, %s is not sold', (owned, sold) => {
  expect(partOf(of(owned), of(sold))).toEqual({ ok: false, code: 'SHARE_INVALID', facts: { share: sold, owned } });
});

it('refuses a part that leaves a rest no deed could write', () => {
  expect(partOf(of('1/999999999989'), of('1/999999999999'))).toMatchObject({ ok: false, code: 'SHARE_INVALID' });
});
