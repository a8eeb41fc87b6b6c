import type { MikroORM } from '@mikro-orm/postgresql';
import type { Pool } from 'pg';
import pg from 'pg';
import type { Database } from '../../kernel/database.ts';
import { takeBackLost } from './lost-connections.ts';
import { openOrm, type Entities, type Migrations } from './orm.ts';

export interface OpenDatabase extends Database {
  readonly orm: MikroORM;
  close(): Promise<void>;
}

/** The application's connections: one pool for reads and the hot path, one behind the entity manager. */
export async function openDatabase(
  url: string,
  entities: Entities,
  migrations: Migrations,
  size = 20,
): Promise<OpenDatabase> {
  const orm = await openOrm(url, entities, migrations, size);
  const pool: Pool = new pg.Pool({ connectionString: url, max: size, application_name: 'veche' });
  takeBackLost(pool);
  return {
    orm,
    pool,
    em: () => orm.em.fork({ clear: true }),
    read: async <Row extends object>(sql: string, parameters: readonly unknown[] = [], preparedName?: string) => {
      const values = [...parameters];
      const answer = await pool.query<Row & pg.QueryResultRow>(
        preparedName === undefined ? { text: sql, values } : { text: sql, values, name: preparedName },
      );
      return answer.rows;
    },
    close: async () => {
      await pool.end();
      await orm.close(true);
    },
  };
}
