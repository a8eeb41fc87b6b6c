import { describe, expect, test } from 'vitest';
import { foundNode, isGlobalId, readRecent } from './found.ts';

describe('a number typed into the command bar', () => {
  const ballot = 'BA_AAAAAAAAAAAAAAAAAAAAAA';

  test('is told from words', () => {
    expect(isGlobalId(ballot)).toBe(true);
    expect(isGlobalId('Ленина 12')).toBe(false);
    expect(isGlobalId(`${ballot}A`)).toBe(false);
  });

  test('leads to the ballot in its assembly', () => {
    const premises = { id: 'PR_1', number: '7', house: { id: 'HO_1', address: 'улица Вечевая, 1' } };
    expect(foundNode({ id: ballot, assemblyId: 'AS_1', premises })).toEqual([
      {
        key: ballot,
        kind: 'ballot',
        title: 'улица Вечевая, 1, 7',
        under: ballot,
        to: `/assemblies/AS_1/ballots/${ballot}`,
      },
    ]);
  });

  test('of something without a page, or that nobody may see, leads nowhere', () => {
    expect(foundNode({ id: 'AC_1' })).toEqual([]);
    expect(foundNode(null)).toEqual([]);
  });
});

test('what was opened last is read, and nothing else', () => {
  const one = { key: 'k', kind: 'recent', title: 'Дом', under: null, to: '/houses/1' };
  expect(readRecent([one, { to: 1 }, null, one], 2)).toEqual([one, one]);
  expect(readRecent('x', 2)).toEqual([]);
});
