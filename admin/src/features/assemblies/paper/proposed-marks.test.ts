import { expect, test } from 'vitest';
import { isPlain, proposalsByItem, proposedMarks } from './proposed-marks.ts';

const agenda = [
  { id: 'roof', position: 1 },
  { id: 'gate', position: 2 },
  { id: 'lamp', position: 3 },
];
const plain = { item: 1, answer: 'FOR', unanswered: false, doubtful: [] } as const;
const doubtful = { item: 2, answer: null, unanswered: false, doubtful: ['AGAINST'] } as const;
const blank = { item: 3, answer: null, unanswered: true, doubtful: [] } as const;

test('only a plain mark is filled in, and only what a machine read needs to be taken over', () => {
  const proposals = proposalsByItem(agenda, [
    { ...plain, doubtful: [] },
    { ...doubtful, doubtful: ['AGAINST'] },
  ]);
  expect([...proposals.keys()]).toEqual(['roof', 'gate']);
  expect(proposedMarks(proposals)).toEqual({ roof: ['FOR'] });
  expect([plain, doubtful, blank].map((one) => isPlain({ ...one, doubtful: [...one.doubtful] }))).toEqual([
    true,
    false,
    true,
  ]);
});
