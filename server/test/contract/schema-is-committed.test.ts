import { readFile } from 'node:fs/promises';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { expect, it } from 'vitest';
import { makeSchema } from '../../src/schema.ts';

it('schema.graphql is what the code says', async () => {
  const committed = await readFile(new URL('../../../schema.graphql', import.meta.url), 'utf8');
  const printed = `${printSchema(lexicographicSortSchema(await makeSchema()))}\n`;
  // Names of fields say more than two long texts.
  const lines = new Set(committed.split('\n'));
  expect(
    printed.split('\n').filter((line) => !lines.has(line)),
    'run `npm run contract` and commit the file',
  ).toEqual([]);
  expect(committed === printed, 'run `npm run contract` and commit the file').toBe(true);
});
