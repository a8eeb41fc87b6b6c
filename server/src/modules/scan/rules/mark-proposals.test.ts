import { expect, it } from 'vitest';
import type { BoxReading } from './box-reading.ts';
import { missingPages, proposalsOf } from './mark-proposals.ts';

function boxes(item: number, ...verdicts: readonly BoxReading['verdict'][]): BoxReading[] {
  const answers = ['FOR', 'AGAINST', 'ABSTAIN'] as const;
  return answers.map((answer, at) => ({ item, answer, verdict: verdicts[at] ?? 'EMPTY', ink: 0 }));
}

it('proposes what is plain, and says where it is not', () => {
  const read = [
    ...boxes(2, 'MARKED', 'EMPTY', 'DOUBTFUL'),
    ...boxes(1, 'EMPTY', 'MARKED'),
    ...boxes(3, 'MARKED', 'MARKED'),
    ...boxes(4),
  ];
  expect(proposalsOf(read)).toEqual([
    { item: 1, answer: 'AGAINST', unanswered: false, doubtful: [] },
    { item: 2, answer: null, unanswered: false, doubtful: ['ABSTAIN'] },
    { item: 3, answer: null, unanswered: false, doubtful: [] },
    { item: 4, answer: null, unanswered: true, doubtful: [] },
  ]);
});

it('names the pages that are missing', () => {
  expect(missingPages(3, [2])).toEqual([1, 3]);
  expect(missingPages(1, [1])).toEqual([]);
});
