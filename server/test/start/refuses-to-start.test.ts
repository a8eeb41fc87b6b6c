import { writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, inject, onTestFinished, test } from 'vitest';
import { askUrl, startVeche, testHome } from './running-veche.ts';

/** One clear sentence, nothing like a stack, and a code that a supervisor understands. */
async function complaintOf(environment: Record<string, string>, home = testHome()): Promise<string> {
  const { code, complaint } = await startVeche(home, environment).ended;
  expect(code).toBe(1);
  expect(complaint.trimEnd().split('\n')).toHaveLength(1);
  expect(complaint).toMatch(/^[A-Z].*\.\n$/);
  return complaint;
}

async function databaseWith(options: string): Promise<string> {
  const superuser = inject('postgres').superuserUrl;
  const name = `start_${String(process.pid)}_${Math.trunc(performance.now() * 1000).toString()}`;
  await askUrl(superuser, `CREATE DATABASE ${name} TEMPLATE template0 ${options}`);
  onTestFinished(async () => {
    await askUrl(superuser, `DROP DATABASE ${name} WITH (FORCE)`);
  });
  const url = new URL(superuser);
  url.pathname = `/${name}`;
  return url.href;
}

async function takenPort(): Promise<number> {
  const listener = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => listener.once('listening', resolve));
  onTestFinished(() => {
    listener.close();
  });
  return (listener.address() as AddressInfo).port;
}

test('when the port is taken', async () => {
  const port = String(await takenPort());
  expect(await complaintOf({ PORT: port, DATABASE_URL: await databaseWith('') })).toContain(`Port ${port} is taken`);
});

test('when DATABASE_URL is not an address of a database', async () => {
  expect(await complaintOf({ DATABASE_URL: 'mysql://somewhere' })).toContain('DATABASE_URL must look like postgres://');
});

test('when nobody answers at DATABASE_URL, without showing the password', async () => {
  const complaint = await complaintOf({ DATABASE_URL: 'postgres://veche:hidden@127.0.0.1:1/veche' });
  expect(complaint).toContain('nobody answers at 127.0.0.1:1');
  expect(complaint).not.toContain('hidden');
});

test('when the host of DATABASE_URL does not exist', async () => {
  const complaint = await complaintOf({ DATABASE_URL: 'postgres://veche:hidden@nowhere.invalid/veche' });
  expect(complaint).toContain('nowhere.invalid');
});

test('when the password or the database of DATABASE_URL is wrong', async () => {
  const wrongPassword = new URL(inject('postgres').superuserUrl);
  wrongPassword.password = 'wrong';
  expect(await complaintOf({ DATABASE_URL: wrongPassword.href })).toContain('does not let role "postgres" in');

  const wrongName = new URL(inject('postgres').superuserUrl);
  wrongName.pathname = '/nothing_here';
  expect(await complaintOf({ DATABASE_URL: wrongName.href })).toContain('has no database "nothing_here"');
});

test('when the database is not in UTF-8', async () => {
  const url = await databaseWith("ENCODING 'SQL_ASCII' LC_COLLATE 'C' LC_CTYPE 'C'");
  expect(await complaintOf({ DATABASE_URL: url })).toContain('its encoding is SQL_ASCII');
});

test('when the database does not know Russian letters', async () => {
  const url = await databaseWith("ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'");
  expect(await complaintOf({ DATABASE_URL: url })).toContain('does not know Russian letters');
});

test('when the database belongs to a newer Veche', async () => {
  const url = await databaseWith('');
  const older = startVeche(testHome(), { DATABASE_URL: url });
  await older.ready;
  older.send('SIGTERM');
  await older.ended;
  await askUrl(url, "INSERT INTO veche_migration (name) VALUES ('29990101000000_from_the_future')");
  expect(await complaintOf({ DATABASE_URL: url })).toContain('newer Veche');
});

test('when VECHE_HOME is not a folder', async () => {
  const home = join(testHome(), 'a-file');
  writeFileSync(home, '');
  expect(await complaintOf({}, home)).toContain(`${home} cannot be written`);
});

test('in production without a secret', async () => {
  const complaint = await complaintOf({ NODE_ENV: 'production', VECHE_SECRET: '' });
  expect(complaint).toContain('VECHE_SECRET is missing');
});

test('while another Veche runs from the same folder, which goes on undisturbed', async () => {
  const home = testHome();
  const first = startVeche(home);
  const address = await first.ready;
  expect(await complaintOf({}, home)).toContain('Another Veche is running');
  expect((await fetch(`${address}/healthz`)).status).toBe(200);
});
