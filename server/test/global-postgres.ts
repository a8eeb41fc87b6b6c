import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openCluster } from '../src/adapters/database/cluster.ts';
import { embeddedBinaries } from '../src/adapters/database/postgres-binaries.ts';

export interface TestPostgres {
  /** A superuser of a PostgreSQL that is there for tests only. */
  readonly superuserUrl: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    readonly postgres: TestPostgres;
  }
}

/** One PostgreSQL for the whole run: a throw-away of our own, or the one of TEST_DATABASE_URL. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['TEST_DATABASE_URL'];
  if (given !== undefined) {
    project.provide('postgres', { superuserUrl: given });
    return () => Promise.resolve();
  }
  const folder = mkdtempSync(join(tmpdir(), 'veche-postgres-'));
  const cluster = await openCluster(folder, await embeddedBinaries(), { durable: false, progress: () => undefined });
  project.provide('postgres', { superuserUrl: cluster.superuserUrl('postgres') });
  return async () => {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
