import type { TestProject } from 'vitest/node';
import { embeddedBinaries } from '../src/adapters/database/postgres-binaries.ts';
import { throwAwayPostgres } from './throw-away-postgres.ts';

interface TestPostgres {
  /** A superuser of a PostgreSQL that is there for tests only. */
  readonly superuserUrl: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    readonly postgres: TestPostgres;
  }
}

let remove = (): Promise<void> => Promise.resolve();

/** One PostgreSQL for the whole run: a throw-away of our own, or the one of TEST_DATABASE_URL. */
export async function setup(project: TestProject): Promise<void> {
  const given = process.env['TEST_DATABASE_URL'];
  if (given !== undefined) {
    project.provide('postgres', { superuserUrl: given });
    return;
  }
  const postgres = await throwAwayPostgres(await embeddedBinaries());
  project.provide('postgres', { superuserUrl: postgres.superuserUrl });
  remove = postgres.remove;
}

export function teardown(): Promise<void> {
  return remove();
}
