import { spawn } from 'node:child_process';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { askDatabase, postgresPid, serverPid, startVeche, testHome, type RunningVeche } from './running-veche.ts';

async function startWithRow(home: string, command?: readonly [string, ...string[]]): Promise<RunningVeche> {
  const veche = startVeche(home, {}, command);
  await veche.ready;
  await askDatabase(home, "CREATE TABLE kept (word text); INSERT INTO kept VALUES ('принято')");
  return veche;
}

async function startsAgainWithRow(home: string): Promise<void> {
  const again = startVeche(home);
  expect((await fetch(`${await again.ready}/healthz`)).status).toBe(200);
  expect(await askDatabase(home, 'SELECT word FROM kept')).toEqual([{ word: 'принято' }]);
  again.send('SIGTERM');
  expect(await again.ended).toMatchObject({ code: 0, complaint: '' });
}

test('after kill -9 of the server it finds the PostgreSQL that went on alone', async () => {
  const home = testHome();
  const veche = await startWithRow(home);
  const postgres = postgresPid(home);
  process.kill(serverPid(home), 'SIGKILL');
  expect((await veche.ended).code).not.toBe(0);
  expect(() => process.kill(postgres, 0)).not.toThrow();
  await startsAgainWithRow(home);
});

test('after kill -9 of PostgreSQL the server says so and ends, and the next start recovers', async () => {
  const home = testHome();
  const veche = await startWithRow(home);
  process.kill(postgresPid(home), 'SIGKILL');
  const { code, complaint } = await veche.ended;
  expect(code).toBe(1);
  expect(complaint).toContain('PostgreSQL was stopped by somebody else');
  await startsAgainWithRow(home);
});

test('after kill -9 of both the next start recovers', async () => {
  const home = testHome();
  const veche = await startWithRow(home);
  const [server, postgres] = [serverPid(home), postgresPid(home)];
  process.kill(server, 'SIGKILL');
  process.kill(postgres, 'SIGKILL');
  expect((await veche.ended).code).not.toBe(0);
  await startsAgainWithRow(home);
});

test.each([
  ['the launcher', undefined],
  ['npm', ['npm', 'start'] as const],
])('after kill -9 of %s the server stops by itself', async (_, command) => {
  const home = testHome();
  const veche = await startWithRow(home, command);
  veche.send('SIGKILL');
  // Standard output is closed by the last process that holds it.
  const { printed } = await veche.ended;
  expect(printed).toMatch(/Stopped\.\n$/);
  await startsAgainWithRow(home);
});

test('waits for a query that outlives a killed PostgreSQL before it starts another one on the same files', async () => {
  const home = testHome();
  const veche = await startWithRow(home);
  // A back end that computes does not notice at once that PostgreSQL is gone.
  const busy = askDatabase(home, "SELECT 'busy', count(*) FROM generate_series(1, 20000000)");
  await expect
    .poll(() => askDatabase(home, "SELECT FROM pg_stat_activity WHERE query LIKE 'SELECT ''busy''%'"))
    .toHaveLength(1);
  process.kill(postgresPid(home), 'SIGKILL');
  expect((await veche.ended).code).toBe(1);
  await startsAgainWithRow(home);
  expect(await busy).toHaveLength(1);
  expect(readFileSync(join(home, 'postgres', 'postgres.log'), 'utf8')).toContain('shared memory block');
});

test('starts when the process number of a killed PostgreSQL belongs to another process by now', async () => {
  const home = testHome();
  const veche = await startWithRow(home);
  const [server, postgres] = [serverPid(home), postgresPid(home)];
  process.kill(server, 'SIGKILL');
  process.kill(postgres, 'SIGKILL');
  await veche.ended;

  const pidFile = join(home, 'postgres', 'data', 'postmaster.pid');
  const { uid, gid } = statSync(pidFile);
  const stranger = spawn('sleep', ['1000'], process.getuid?.() === 0 ? { uid, gid, cwd: '/' } : {});
  onTestFinished(() => {
    stranger.kill();
  });
  writeFileSync(pidFile, readFileSync(pidFile, 'utf8').replace(String(postgres), String(stranger.pid)));

  await startsAgainWithRow(home);
  expect(stranger.exitCode).toBeNull();
});
