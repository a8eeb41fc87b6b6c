import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { makeSchema } from '../src/schema.ts';

/** Writes the contract to /schema.graphql; with `--check` it only compares and fails on a difference. */
const path = join(import.meta.dirname, '../../schema.graphql');
const printed = `${printSchema(lexicographicSortSchema(await makeSchema()))}\n`;
if (process.argv.includes('--check')) {
  const committed = await readFile(path, 'utf8').catch(() => '');
  if (committed !== printed) {
    console.error('schema.graphql differs from the code: run `npm run contract` and commit the file');
    process.exitCode = 1;
  }
} else {
  await writeFile(path, printed);
}
