import { expect, it } from 'vitest';
import { oddities } from './sheet-oddities.ts';
import type { Vote } from './useSheetDesk.ts';

it.each<[string, Record<string, Vote[]>, string, string[]]>([
  ['marked and dated', { one: ['FOR'] }, '2027-02-01', []],
  ['a double mark is a mark', { one: ['FOR', 'AGAINST'], two: [] }, '2027-02-01', []],
  ['nothing touched', {}, '2027-02-01', ['BLANK']],
  ['every item blank', { one: [], two: [] }, '2027-02-01', ['BLANK']],
  ['no date', { one: ['ABSTAIN'] }, '', ['UNDATED']],
  ['neither', {}, '', ['BLANK', 'UNDATED']],
])('%s', (_, marks, signedOn, found) => {
  expect(oddities({ marks, signedOn })).toEqual(found);
});
