import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { openCluster } from '../src/adapters/database/cluster.ts';
import { embeddedBinaries } from '../src/adapters/database/postgres-binaries.ts';
import { examineFile } from './scenarios/perform.ts';

/** Plays every scenario of the folders against the product's public API: `npm run scenarios -- DIR…`. */
const folders = process.argv.slice(2);
const from = process.env['INIT_CWD'] ?? process.cwd();

async function main(): Promise<number> {
  if (folders.length === 0) {
    console.error('Say one or more folders with scenarios: npm run scenarios -- DIR…');
    return 2;
  }
  const files = folders.flatMap(filesIn);
  if (files.length === 0) console.error('There is no *.json in there.');
  const failed = files.length === 0 ? 0 : await playAll(files);
  console.log(`${String(files.length - failed)} passed, ${String(failed)} failed`);
  return failed === 0 && files.length > 0 ? 0 : 1;
}

function filesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => join(folder, name));
}

async function playAll(files: readonly string[]): Promise<number> {
  const postgres = await postgresForTests();
  let failed = 0;
  try {
    for (const file of files) {
      const problems = await examineFile(postgres.superuserUrl, file);
      console.log(`${problems.length === 0 ? 'ok    ' : 'FAILED'}  ${relative(from, file)}`);
      for (const problem of problems) console.log(`        ${problem}`);
      if (problems.length > 0) failed += 1;
    }
  } finally {
    await postgres.stop();
  }
  return failed;
}

/** A throw-away PostgreSQL of our own, or the one of TEST_DATABASE_URL. */
async function postgresForTests(): Promise<{ superuserUrl: string; stop: () => Promise<void> }> {
  const given = process.env['TEST_DATABASE_URL'];
  if (given !== undefined) return { superuserUrl: given, stop: async () => Promise.resolve() };
  const folder = mkdtempSync(join(tmpdir(), 'veche-postgres-'));
  const cluster = await openCluster(folder, await embeddedBinaries(), { durable: false, progress: () => undefined });
  return {
    superuserUrl: cluster.superuserUrl('postgres'),
    stop: async () => {
      await cluster.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

process.exitCode = await main();
