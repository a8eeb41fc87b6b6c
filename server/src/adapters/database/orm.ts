import type { EntitySchema, MigrationObject } from '@mikro-orm/core';
import { Migrator } from '@mikro-orm/migrations';
import { MikroORM, type Options } from '@mikro-orm/postgresql';
import { takeBackLost } from './lost-connections.ts';

export const migrationsTable = 'veche_migration';

export type Entities = readonly EntitySchema[];
export type Migrations = MigrationObject[] | string;

export function ormOptions(url: string, entities: Entities, migrations: Migrations): Options {
  return {
    clientUrl: url,
    // The whole address: of `clientUrl` only host, role and database are kept, not `options` (the role) or `sslmode`.
    driverOptions: { connectionString: url, onPoolCreated: takeBackLost },
    entities: [...entities],
    extensions: [Migrator],
    forceUtcTimezone: true,
    ignoreUndefinedInQuery: true,
    migrations: {
      tableName: migrationsTable,
      snapshotName: '.snapshot-veche',
      snapshotOnMigrate: false,
      disableForeignKeys: false,
      emit: 'ts',
      silent: true,
      fileName: (timestamp, name) => `${timestamp}-${name ?? 'change'}`,
      ...(typeof migrations === 'string' ? { path: migrations } : { migrationsList: migrations }),
    },
  };
}

export async function openOrm(
  url: string,
  entities: Entities,
  migrations: Migrations,
  poolSize = 20,
): Promise<MikroORM> {
  return MikroORM.init({ ...ormOptions(url, entities, migrations), pool: { min: 0, max: poolSize } });
}
