import { expect, it } from 'vitest';
import { Fraction } from '../../../kernel/fraction.ts';
import { differs, explainRobust, type RobustDifference } from './robust-words.ts';

const difference: RobustDifference = {
  ballots: 3,
  atStake: Fraction.of(701, 30),
  hadQuorum: true,
  hasQuorum: false,
  lost: [1, 3],
  won: [],
  seesItems: true,
};

it('says in words what would fall with the doubtful paper', () => {
  expect(explainRobust(difference, 'ru')).toBe(
    'Если выпадут все решения с неустранёнными дефектами (их 3, ≈ 23,37 м²), кворума не будет. Не были бы приняты вопросы: 1, 3.',
  );
  expect(differs(difference)).toBe(true);
});

it('says of the items nothing to whoever sees the turnout alone', () => {
  const turnout = { ...difference, hasQuorum: true, lost: [], seesItems: false };
  expect(explainRobust(turnout, 'en')).toBe(
    'If every ballot with an open defect falls (3 of them, ≈ 23.37 m²), there is a quorum still.',
  );
  expect(differs(turnout)).toBe(false);
  expect(explainRobust({ ...turnout, seesItems: true }, 'en')).toContain('Every item has the same outcome.');
});
