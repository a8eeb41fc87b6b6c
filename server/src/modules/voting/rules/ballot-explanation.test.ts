import { expect, test } from 'vitest';
import { explainBallot, type BallotToExplain } from './ballot-explanation.ts';
import { ballotReasons } from './ballot-words.ts';

const plain: BallotToExplain = {
  channel: 'PAPER',
  state: 'COUNTED',
  reason: null,
  authority: 'OWNER',
  conflict: false,
  isCancelled: false,
};

test('a ballot says why it counts, and who cast it for the owner', () => {
  expect(explainBallot(plain, 'en')).toBe(
    'It counts: the paper was handed over in time and signed, and it is the first for these square metres.',
  );
  expect(explainBallot({ ...plain, channel: 'ELECTRONIC', authority: 'PROXY' }, 'en')).toMatch(
    /^It counts: it was cast electronically .* The holder of a proxy cast it\.$/,
  );
  expect(explainBallot({ ...plain, isCancelled: true }, 'ru')).toContain('Собрание отменено');
});

test.each(ballotReasons)('%s is said in both languages, and never as one that counts', (reason) => {
  const fallen = { ...plain, state: 'REJECTED', reason } as const;
  expect(explainBallot(fallen, 'ru')).toMatch(/^(Не учитывается|Больше не учитывается): /);
  expect(explainBallot(fallen, 'en')).toMatch(/^It (does not count|counts no more): /);
});

test('two papers that differ are said to differ', () => {
  const second = { ...plain, state: 'REJECTED', reason: 'ALREADY_VOTED', conflict: true } as const;
  expect(explainBallot(second, 'en')).toContain('something else than the one that counts');
});
