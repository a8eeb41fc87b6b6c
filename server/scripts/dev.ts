import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { startDatabase } from '../src/start-database.ts';
import { readConfig, repositoryFolder } from '../src/config.ts';
import { stopAsked } from '../src/process-end.ts';
import { sentenceFor } from '../src/start-sentence.ts';

/**
 * `npm run dev`: the server restarts when its source changes, the console reloads in the browser. PostgreSQL is started
 * here and stays up between restarts; the server is told of it as of an outside one.
 */
async function develop(): Promise<void> {
  const asked = stopAsked();
  const config = readConfig();
  const database = await startDatabase(config, console.log);
  const { ownerUrl, appUrl } = database.address;
  const run = (folder: string, words: readonly string[], environment: Record<string, string>): ChildProcess =>
    spawn(process.execPath, words, {
      cwd: join(repositoryFolder, folder),
      env: { ...process.env, ...environment },
      stdio: 'inherit',
    });
  const typescript = ['--import', '@oxc-node/core/register'];
  const children = [
    run('server', ['--watch', '--watch-preserve-output', ...typescript, 'src/main.ts'], {
      DATABASE_URL: ownerUrl,
      DATABASE_APP_URL: appUrl,
    }),
    run('admin', ['node_modules/vite/bin/vite.js'], { VECHE_API: `http://localhost:${String(config.port)}` }),
  ];
  const gone = children.map((child) => once(child, 'exit'));
  try {
    await Promise.race([asked, database.lost, ...gone]);
  } finally {
    for (const child of children) child.kill('SIGTERM');
    await Promise.all(gone);
    await database.stop();
  }
}

try {
  await develop();
  process.exit(0);
} catch (problem) {
  console.error(sentenceFor(problem) ?? problem);
  process.exit(1);
}
