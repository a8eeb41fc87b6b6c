import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { SetClock } from '../src/adapters/clock.ts';
import { startApp, type AppOptions, type RunningApp } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { freshDatabase } from './fresh-database.ts';

/** A running Veche of a test: real HTTP, a real database of its own, and a clock that the test sets. */
export interface TestApp extends RunningApp {
  readonly clock: SetClock;
  readonly databaseUrl: string;
  /** Asks the API as the holder of a token, or as nobody. */
  ask<Answer>(token: string | null, document: string, variables?: Record<string, unknown>): Promise<Answer>;
  /** The same, with the errors instead of an exception. */
  askRaw(token: string | null, document: string, variables?: Record<string, unknown>): Promise<RawAnswer>;
  /** A second server beside this one, on the same database, files and clock. */
  beside(): Promise<RunningApp>;
  /** Stops this server and starts the next one on the same database, files and clock. */
  restart(): Promise<TestApp>;
}

export interface RawAnswer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { message: string; path?: readonly (string | number)[]; extensions: { code: string } }[];
  readonly extensions?: Record<string, unknown>;
}

const testStart = Date.parse('2026-02-01T09:00:00+03:00');

export async function startTestApp(
  options: {
    start?: number;
    environment?: Record<string, string>;
    live?: NonNullable<AppOptions['live']>;
    scribe?: 'WRITES';
  } = {},
): Promise<TestApp> {
  const database = await freshDatabase(inject('postgres').superuserUrl);
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
  const start = async (): Promise<RunningApp> =>
    startApp(config, { ownerUrl: database.url, appUrl: database.appUrl }, () => undefined, {
      clock,
      poolSize: 10,
      migrated: true,
      ...(options.scribe === 'WRITES' ? {} : { scribe: 'IDLE' }),
      ...(options.live ? { live: options.live } : {}),
    });
  const cleanUp = async (): Promise<void> => {
    await database.drop();
    rmSync(home, { recursive: true, force: true });
  };
  return testAppOf(await start(), { clock, databaseUrl: database.url, start, cleanUp });
}

interface TestSurroundings {
  readonly clock: SetClock;
  readonly databaseUrl: string;
  readonly start: () => Promise<RunningApp>;
  readonly cleanUp: () => Promise<void>;
}

function testAppOf(app: RunningApp, surroundings: TestSurroundings): TestApp {
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
    clock: surroundings.clock,
    databaseUrl: surroundings.databaseUrl,
    askRaw,
    ask: async <Answer>(token: string | null, document: string, variables?: Record<string, unknown>) => {
      const answer = await askRaw(token, document, variables);
      if (answer.errors) throw new Error(JSON.stringify(answer.errors));
      return answer.data as Answer;
    },
    beside: surroundings.start,
    restart: async () => {
      await app.stop();
      return testAppOf(await surroundings.start(), surroundings);
    },
    stop: async () => {
      await app.stop();
      await surroundings.cleanUp();
    },
  };
}
