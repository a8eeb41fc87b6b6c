import { expect, it } from 'vitest';
import { Fraction } from '../../../kernel/fraction.ts';
import { isWrittenShare } from './written-share.ts';

it.each([
  ['1', true],
  ['1/3', true],
  ['999999999999/1000000000000', true],
  ['1/1000000000001', false],
  ['0', false],
  ['-1/2', false],
  ['3/2', false],
])('%s: %s', (share, answer) => {
  expect(isWrittenShare(Fraction.parse(share))).toBe(answer);
});
