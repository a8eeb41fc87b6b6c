import { beforeEach, expect, inject, onTestFinished, test } from 'vitest';
import { openExternal } from '../../src/adapters/database/external.ts';
import { openOrm } from '../../src/adapters/database/orm.ts';
import { entities } from '../../src/modules.ts';
import { askUrl } from './running-veche.ts';

/** A database with an owner who is not a superuser, as a provider of PostgreSQL hands it out. */
interface Rented {
  readonly owner: string;
  readonly ownerUrl: string;
  readonly database: string;
}

let rented: Rented;

function asSuperuser(sql: string): Promise<object[]> {
  return askUrl(inject('postgres').superuserUrl, sql);
}

function urlOf(role: string, database: string): string {
  const url = new URL(inject('postgres').superuserUrl);
  [url.username, url.password, url.pathname] = [role, 'test', `/${database}`];
  return url.href;
}

async function newRole(name: string, options = ''): Promise<string> {
  await asSuperuser(`CREATE ROLE ${name} LOGIN PASSWORD 'test' ${options}`);
  onTestFinished(async () => {
    await asSuperuser(`DROP ROLE ${name}`);
  });
  return name;
}

async function whoami(url: string): Promise<object[]> {
  return askUrl(url, 'SELECT current_user::text AS name');
}

beforeEach(async () => {
  const [existing] = await asSuperuser("SELECT FROM pg_roles WHERE rolname = 'veche_app'");
  await asSuperuser(`${existing === undefined ? 'CREATE' : 'ALTER'} ROLE veche_app LOGIN PASSWORD 'test'`);
  const name = `rented_${String(process.pid)}_${Math.trunc(performance.now() * 1000).toString()}`;
  const owner = await newRole(name);
  await asSuperuser(`CREATE DATABASE ${name} OWNER ${name} TEMPLATE template0`);
  onTestFinished(async () => {
    await asSuperuser(`DROP DATABASE ${name} WITH (FORCE)`);
  });
  rented = { owner, ownerUrl: urlOf(owner, name), database: name };
});

test('the application steps down to veche_app when its owner may do so', async () => {
  await asSuperuser(`GRANT veche_app TO ${rented.owner}`);
  const { address } = await openExternal(rented.ownerUrl, undefined, () => undefined);
  expect(address.ownerUrl).toBe(rented.ownerUrl);
  expect(await whoami(address.appUrl)).toEqual([{ name: 'veche_app' }]);
  const orm = await openOrm(address.appUrl, entities, []);
  onTestFinished(() => orm.close());
  expect(await orm.em.getConnection().execute('SELECT current_user::text AS name')).toEqual([{ name: 'veche_app' }]);
});

test('an owner who may create roles arranges that by itself', async () => {
  await asSuperuser(`ALTER ROLE ${rented.owner} CREATEROLE`);
  await asSuperuser(`GRANT veche_app TO ${rented.owner} WITH ADMIN OPTION`);
  const { address } = await openExternal(rented.ownerUrl, undefined, () => undefined);
  expect(await whoami(address.appUrl)).toEqual([{ name: 'veche_app' }]);
});

test('an owner who may not is used as it is, and it is said that grants protect nothing then', async () => {
  const said: string[] = [];
  const { address } = await openExternal(rented.ownerUrl, undefined, (sentence) => said.push(sentence));
  expect(address.appUrl).toBe(rented.ownerUrl);
  expect(said.join('\n')).toContain('grants do not protect the journal');
});

test('DATABASE_APP_URL names a member of veche_app in the same database', async () => {
  const app = await newRole(`${rented.owner}_app`, 'IN ROLE veche_app');
  const appUrl = urlOf(app, rented.database);
  const { address } = await openExternal(rented.ownerUrl, appUrl, () => undefined);
  expect(address).toEqual({ ownerUrl: rented.ownerUrl, appUrl });
});

test('refuses a DATABASE_APP_URL whose role is not a member of veche_app', async () => {
  const stranger = await newRole(`${rented.owner}_stranger`);
  await expect(openExternal(rented.ownerUrl, urlOf(stranger, rented.database), () => undefined)).rejects.toThrow(
    'must be a member of veche_app',
  );
});

test('refuses a DATABASE_APP_URL of another database', async () => {
  await expect(openExternal(rented.ownerUrl, urlOf('veche_app', 'postgres'), () => undefined)).rejects.toThrow(
    'different databases',
  );
});

test('refuses a database in which the extension is neither there nor allowed', async () => {
  const guest = await newRole(`${rented.owner}_guest`);
  await askUrl(rented.ownerUrl, `GRANT CREATE ON SCHEMA public TO ${guest}`);
  onTestFinished(async () => {
    await askUrl(rented.ownerUrl, `REVOKE CREATE ON SCHEMA public FROM ${guest}`);
  });
  await expect(openExternal(urlOf(guest, rented.database), undefined, () => undefined)).rejects.toThrow(
    'CREATE EXTENSION pg_trgm',
  );
});
