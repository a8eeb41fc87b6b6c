import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openCluster } from '../src/adapters/database/cluster.ts';
import { embeddedBinaries } from '../src/adapters/database/postgres-binaries.ts';

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
  const folder = mkdtempSync(join(tmpdir(), 'veche-postgres-'));
  const cluster = await openCluster(folder, await embeddedBinaries(), { durable: false, progress: () => undefined });
  project.provide('postgres', { superuserUrl: cluster.superuserUrl('postgres') });
  remove = async () => {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

export function teardown(): Promise<void> {
  return remove();
}
