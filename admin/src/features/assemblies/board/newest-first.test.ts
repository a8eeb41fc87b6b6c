import { expect, test } from 'vitest';
import { withNewest } from './newest-first.ts';

const thing = (id: string, sequence: number) => ({ id, sequence });
const ids = (things: readonly { id: string; sequence: number }[]): string[] =>
  things.map(({ id, sequence }) => `${id}${sequence}`);

test('what came stands first, and what changed stands once, in its newest form', () => {
  const before = [thing('b', 2), thing('a', 1)];
  expect(ids(withNewest(before, [thing('c', 3), thing('a', 4)], 10))).toEqual(['a4', 'c3', 'b2']);
});

test('what comes again after a lost connection is not there twice', () => {
  const before = [thing('b', 2), thing('a', 1)];
  expect(ids(withNewest(before, [thing('a', 1), thing('b', 2)], 10))).toEqual(['b2', 'a1']);
});

test('the list stays short', () => {
  expect(ids(withNewest([thing('a', 1), thing('b', 2)], [thing('c', 3)], 2))).toEqual(['c3', 'b2']);
});
