import { expect, it } from 'vitest';
import { founderBlocks } from './annex-wording.ts';

const voters = [
  { premises: 'кв. 1', fullName: 'Анна Ли', sheet: '21' },
  { premises: 'кв. 2', fullName: 'Борис Ли', sheet: '12' },
  { premises: 'кв. 3', fullName: 'Вера Ли', sheet: '13' },
];
const items = [
  { code: '4.1', position: 1 },
  { code: '136.1', position: 2 },
];
const facts = (adopted: boolean) => ({
  assembly: { items },
  count: { tally: { items: [{ adopted: true }, { adopted }] } },
  voters,
});

it('asks everyone who voted for an association that was founded to sign, and nobody else', () => {
  const [title, table] = founderBlocks(facts(true));
  expect(title).toMatchObject({ kind: 'heading', text: expect.stringContaining('по вопросу 2') as string });
  expect(table).toMatchObject({ kind: 'table', rows: [['кв. 1', 'Анна Ли', '']] });
});

it('asks nobody where no association was founded', () => {
  expect(founderBlocks(facts(false))).toEqual([]);
});
