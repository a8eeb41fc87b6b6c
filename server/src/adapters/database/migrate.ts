import type { MigrationObject } from '@mikro-orm/core';
import pg from 'pg';
import { StartProblem } from '../../kernel/start-problem.ts';
import { grantApplicationRole } from './grants.ts';
import { migrationsTable, openOrm, type Entities } from './orm.ts';

/** Brings the schema to this build's version; several processes starting at once wait for one another. */
export async function migrate(ownerUrl: string, entities: Entities, migrations: MigrationObject[]): Promise<void> {
  const owner = new pg.Pool({ connectionString: ownerUrl, max: 2 });
  const lock = await owner.connect();
  try {
    await lock.query("select pg_advisory_lock(hashtextextended('veche migrations', 0))");
    await refuseNewerDatabase(lock, migrations);
    const orm = await openOrm(ownerUrl, entities, migrations, 2);
    try {
      await orm.migrator.up();
    } finally {
      await orm.close(true);
    }
    await grantApplicationRole(owner);
  } finally {
    lock.release(true);
    await owner.end();
  }
}

async function refuseNewerDatabase(client: pg.PoolClient, migrations: MigrationObject[]): Promise<void> {
  const { rows: tables } = await client.query<{ known: boolean }>('select to_regclass($1) is not null as known', [
    `public.${migrationsTable}`,
  ]);
  if (tables[0]?.known !== true) return;
  const { rows } = await client.query<{ name: string }>(`select name from ${migrationsTable} order by id`);
  const known = new Set(migrations.map((migration) => migration.name));
  const foreign = rows.map((row) => row.name).find((name) => !known.has(name));
  if (foreign !== undefined) {
    throw new StartProblem(
      `The database belongs to a newer Veche: it has the migration ${foreign}, which this version does not know.`,
    );
  }
}
