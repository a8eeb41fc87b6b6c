import { chownSync, mkdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { accountFor, type PostgresAccount } from './postgres-account.ts';
import type { PostgresBinaries } from './postgres-binaries.ts';

/** Where one PostgreSQL of our own lives, and by which programs and account it runs. */
export interface ClusterPlace {
  /** data/, access.json, veche.conf and postgres.log. */
  readonly folder: string;
  readonly data: string;
  readonly log: string;
  readonly binaries: PostgresBinaries;
  readonly account: PostgresAccount;
  /** Off only in throw-away clusters of tests. */
  readonly durable: boolean;
}

export function clusterPlace(wanted: string, binaries: PostgresBinaries, durable: boolean): ClusterPlace {
  mkdirSync(wanted, { recursive: true });
  const folder = realpathSync(wanted);
  const data = join(folder, 'data');
  const account = accountFor(folder, data, binaries.postgres);
  if (account.owner !== undefined) chownSync(folder, account.owner.uid, account.owner.gid);
  return { folder, data, log: join(folder, 'postgres.log'), binaries, account, durable };
}
