import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { binariesIn } from '../src/adapters/database/postgres-binaries.ts';
import { stopAsked } from '../src/process-end.ts';
import { throwAwayPostgres } from '../test/throw-away-postgres.ts';

/**
 * Runs a command with TEST_DATABASE_URL naming a throw-away PostgreSQL made by the programs of a folder:
 * `on-postgres.ts /usr/lib/postgresql/15/bin npm test`.
 */
const [programs, command, ...words] = process.argv.slice(2);
if (programs === undefined || command === undefined) throw new Error('say the folder of PostgreSQL, and a command');

const asked = stopAsked();
const postgres = await throwAwayPostgres(binariesIn(programs));
try {
  const child = spawn(command, words, {
    env: { ...process.env, TEST_DATABASE_URL: postgres.superuserUrl },
    stdio: 'inherit',
  });
  const exit = once(child, 'exit');
  const ended = await Promise.race([exit, asked]);
  if (ended === undefined) {
    child.kill('SIGTERM');
    await exit;
  }
  process.exitCode = child.exitCode ?? 1;
} finally {
  await postgres.remove();
}
