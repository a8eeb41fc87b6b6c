import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import { migrations } from '../migrations/index.ts';
import { SetClock } from '../src/adapters/clock.ts';
import { migrate } from '../src/adapters/database/migrate.ts';
import { startApp, type RunningApp } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { entities } from '../src/modules.ts';

/** A running Veche of a test: real HTTP, a real database of its own, and a clock that the test sets. */
export interface TestApp extends RunningApp {
  readonly clock: SetClock;
  readonly databaseUrl: string;
  /** Asks the API as the holder of a token, or as nobody. */
  ask<Answer>(token: string | null, document: string, variables?: Record<string, unknown>): Promise<Answer>;
  /** The same, with the errors instead of an exception. */
  askRaw(token: string | null, document: string, variables?: Record<string, unknown>): Promise<RawAnswer>;
}

export interface RawAnswer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { message: string; path?: readonly (string | number)[]; extensions: { code: string } }[];
  readonly extensions?: Record<string, unknown>;
}

export const testStart = Date.parse('2026-02-01T09:00:00+03:00');

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

/** A fresh database, cloned from a template that is migrated once. */
export async function freshDatabase(): Promise<{ url: string; appUrl: string; drop: () => Promise<void> }> {
  const superuser = inject('postgres').superuserUrl;
  const admin = new pg.Client({ connectionString: superuser });
  await admin.connect();
  const template = `veche_template_${migrations.at(-1)?.name ?? 'none'}`.toLowerCase();
  try {
    await admin.query("select pg_advisory_lock(hashtextextended('veche test template', 0))");
    for (const role of ['veche_owner', 'veche_app']) {
      const { rows } = await admin.query('select 1 from pg_roles where rolname = $1', [role]);
      if (rows.length === 0) await admin.query(`create role ${role} login password 'test'`);
    }
    const { rows } = await admin.query('select 1 from pg_database where datname = $1', [template]);
    if (rows.length === 0) {
      await admin.query(`create database "${template}_making" owner veche_owner encoding 'UTF8' template template0`);
      const owner = new URL(withDatabase(superuser, `${template}_making`));
      owner.username = 'veche_owner';
      owner.password = 'test';
      await migrate(owner.href, entities, migrations);
      await admin.query(`alter database "${template}_making" rename to "${template}"`);
    }
    await admin.query("select pg_advisory_unlock(hashtextextended('veche test template', 0))");
    const name = `veche_test_${process.pid}_${Math.trunc(performance.now() * 1000)}`;
    await admin.query(`create database "${name}" template "${template}" owner veche_owner`);
    const app = new URL(withDatabase(superuser, name));
    app.username = 'veche_app';
    app.password = 'test';
    return {
      url: withDatabase(superuser, name),
      appUrl: app.href,
      drop: async () => {
        const again = new pg.Client({ connectionString: superuser });
        await again.connect();
        await again.query(`drop database if exists "${name}" with (force)`);
        await again.end();
      },
    };
  } finally {
    await admin.end();
  }
}

export async function startTestApp(options: { start?: number; environment?: Record<string, string> } = {}): Promise<TestApp> {
  const database = await freshDatabase();
  const home = mkdtempSync(join(tmpdir(), 'veche-test-'));
  const clock = new SetClock(options.start ?? testStart);
  const config = readConfig({
    HOST: '127.0.0.1',
    PORT: '0',
    VECHE_HOME: home,
    VECHE_SECRET: 'a secret of the tests, at least thirty-two bytes long',
    VECHE_DEMO: 'off',
    LOG_LEVEL: 'error',
    NODE_ENV: 'test',
    ...options.environment,
  });
  const app = await startApp(config, { ownerUrl: database.url, appUrl: database.appUrl }, () => undefined, {
    clock,
    poolSize: 10,
    migrated: true,
  });
  const askRaw: TestApp['askRaw'] = async (token, document, variables = {}) => {
    const response = await fetch(`${app.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'accept-language': 'en',
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify({ query: document, variables }),
    });
    return (await response.json()) as RawAnswer;
  };
  return {
    ...app,
    clock,
    databaseUrl: database.url,
    askRaw,
    ask: async <Answer>(token: string | null, document: string, variables?: Record<string, unknown>) => {
      const answer = await askRaw(token, document, variables);
      if (answer.errors) throw new Error(JSON.stringify(answer.errors));
      return answer.data as Answer;
    },
    stop: async () => {
      await app.stop();
      await database.drop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
