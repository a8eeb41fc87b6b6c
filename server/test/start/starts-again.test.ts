import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { askDatabase, postgresPid, serverPid, startVeche, testHome } from './running-veche.ts';

test('starts in an empty folder, and a second time', async () => {
  const home = testHome();
  const first = startVeche(home);
  expect((await fetch(`${await first.ready}/healthz`)).status).toBe(200);
  first.send('SIGTERM');
  expect(await first.ended).toMatchObject({ code: 0, complaint: '' });

  const second = startVeche(home);
  await second.ready;
  second.send('SIGTERM');
  expect(await second.ended).toMatchObject({ code: 0, complaint: '' });
});

test('starts under LC_ALL=C with a database in UTF-8 that knows Russian letters', async () => {
  const home = testHome();
  const veche = startVeche(home, { LC_ALL: 'C', LANG: 'C' });
  await veche.ready;
  const [found] = await askDatabase(
    home,
    "SELECT current_setting('server_encoding') AS encoding, cardinality(show_trgm('Иванов')) AS trigrams",
  );
  expect(found).toEqual({ encoding: 'UTF8', trigrams: 7 });
});

test('keeps fsync, full_page_writes and synchronous_commit on, and gives neither role more than it needs', async () => {
  const home = testHome();
  const veche = startVeche(home);
  await veche.ready;
  const settings = await askDatabase<{ name: string; setting: string }>(
    home,
    "SELECT name, setting FROM pg_settings WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit', 'listen_addresses') ORDER BY name",
  );
  expect(Object.fromEntries(settings.map((each) => [each.name, each.setting]))).toEqual({
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
    listen_addresses: '127.0.0.1',
  });
  const roles = await askDatabase(
    home,
    "SELECT rolname FROM pg_roles WHERE rolname LIKE 'veche%' AND (rolsuper OR rolcreatedb OR rolcreaterole OR rolbypassrls)",
  );
  expect(roles).toEqual([]);
});

test('Ctrl-C reaches the whole group, and PostgreSQL stops last, when nobody is connected any more', async () => {
  const home = testHome();
  const veche = startVeche(home);
  await veche.ready;
  const server = serverPid(home);
  veche.pressCtrlC();
  const { code, printed, complaint } = await veche.ended;
  expect({ code, complaint }).toEqual({ code: 0, complaint: '' });
  expect(printed).toMatch(/Stopping …\nStopped\.\n$/);
  expect(() => process.kill(server, 0)).toThrow('ESRCH');
  expect(postgresPid(home)).toBe(0);
  const log = readFileSync(join(home, 'postgres', 'postgres.log'), 'utf8');
  expect(log).toContain('received fast shutdown request');
  expect(log).not.toContain('terminating connection');
});
