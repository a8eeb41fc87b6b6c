import type { EntityManager } from '@mikro-orm/postgresql';
import type { Pool } from 'pg';

export type Read = <Row extends object>(
  sql: string,
  parameters?: readonly unknown[],
  preparedName?: string,
) => Promise<Row[]>;

/** PostgreSQL as the modules see it. */
export interface Database {
  /** A clean entity manager; never shared between requests. */
  em(): EntityManager;
  /** A read outside any transaction, with `$1` parameters; times come as Date, bigint and numeric as string. */
  readonly read: Read;
  /** For streams, LISTEN and the measured hot path. */
  readonly pool: Pool;
}
