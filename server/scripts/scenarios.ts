import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { stopAsked } from '../src/process-end.ts';

/** Plays every scenario of the folders against the product's public API: `npm run scenarios -- DIR…`. */
const folders = process.argv.slice(2);
const from = process.env['INIT_CWD'] ?? process.cwd();

interface Verdict {
  readonly what: string;
  readonly problems: readonly string[];
}

async function main(): Promise<number> {
  if (folders.length === 0) {
    console.error('Say one or more folders with scenarios: npm run scenarios -- DIR…');
    return 2;
  }
  const unreadable = folders.filter((folder) => !existsSync(folder));
  const files = folders.filter((folder) => existsSync(folder)).flatMap(filesIn);
  const verdicts = unreadable.map((what): Verdict => ({ what, problems: ['there is no such folder'] }));
  verdicts.forEach(tell);
  if (files.length > 0) verdicts.push(...(await playAll(files)));
  if (verdicts.length === 0) console.error('There is no *.json in there.');
  const failed = verdicts.filter(({ problems }) => problems.length > 0).length;
  console.log(`${String(verdicts.length - failed)} passed, ${String(failed)} failed`);
  return failed === 0 && verdicts.length === files.length && files.length > 0 ? 0 : 1;
}

/** The scenarios of a folder; or the one file that was named. */
function filesIn(folder: string): string[] {
  if (statSync(folder).isFile()) return [folder];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => join(folder, name));
}

function tell({ what, problems }: Verdict): void {
  console.log(`${problems.length === 0 ? 'ok    ' : 'FAILED'}  ${relative(from, what)}`);
  for (const problem of problems) console.log(`        ${problem}`);
}

/** One after the other. Asked to stop, it finishes the one it is at, so that nothing is left running. */
async function playAll(files: readonly string[]): Promise<Verdict[]> {
  // The whole product is loaded only when there is something to play.
  const { examineFile } = await import('./scenarios/perform.ts');
  const postgres = await postgresForTests();
  const verdicts: Verdict[] = [];
  const asked = stopAsked().then(() => true);
  try {
    for (const what of files) {
      if (await Promise.race([asked, Promise.resolve(false)])) break;
      const verdict = { what, problems: await examineFile(postgres.superuserUrl, what) };
      verdicts.push(verdict);
      tell(verdict);
    }
  } finally {
    await postgres.stop();
  }
  return verdicts;
}

/** A throw-away PostgreSQL of our own, or the one of TEST_DATABASE_URL. */
async function postgresForTests(): Promise<{ superuserUrl: string; stop: () => Promise<void> }> {
  const given = process.env['TEST_DATABASE_URL'];
  if (given !== undefined) return { superuserUrl: given, stop: async () => Promise.resolve() };
  const { openCluster } = await import('../src/adapters/database/cluster.ts');
  const { embeddedBinaries } = await import('../src/adapters/database/postgres-binaries.ts');
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

process.exit(await main());
