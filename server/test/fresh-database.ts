import pg from 'pg';
import { migrations } from '../migrations/index.ts';
import { migrate } from '../src/adapters/database/migrate.ts';
import { entities } from '../src/modules.ts';

export interface FreshDatabase {
  readonly url: string;
  readonly appUrl: string;
  drop(): Promise<void>;
}

let serial = 0;

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

function asRole(url: string, role: string): string {
  const changed = new URL(url);
  changed.username = role;
  changed.password = 'test';
  return changed.href;
}

/** A fresh database, cloned from a template that is migrated once. */
export async function freshDatabase(superuserUrl: string): Promise<FreshDatabase> {
  const superuser = new pg.Client({ connectionString: superuserUrl });
  await superuser.connect();
  try {
    const template = await templateOn(superuser, superuserUrl);
    const name = `veche_test_${String(process.pid)}_${String(Date.now())}_${String((serial += 1))}`;
    await superuser.query(`create database "${name}" template "${template}" owner veche_owner`);
    const url = withDatabase(superuserUrl, name);
    return {
      url,
      appUrl: asRole(url, 'veche_app'),
      drop: async () => {
        const again = new pg.Client({ connectionString: superuserUrl });
        await again.connect();
        await again.query(`drop database if exists "${name}" with (force)`);
        await again.end();
      },
    };
  } finally {
    await superuser.end();
  }
}

/** Several processes wait for the one that makes it. */
async function templateOn(superuser: pg.Client, superuserUrl: string): Promise<string> {
  const template = `veche_template_${migrations.at(-1)?.name ?? 'none'}`.toLowerCase();
  const exists = async (sql: string, name: string): Promise<boolean> =>
    (await superuser.query(sql, [name])).rowCount === 1;
  await superuser.query("select pg_advisory_lock(hashtextextended('veche test template', 0))");
  for (const role of ['veche_owner', 'veche_app']) {
    if (await exists('select 1 from pg_roles where rolname = $1', role)) continue;
    await superuser.query(`create role ${role} login password 'test'`);
  }
  if (!(await exists('select 1 from pg_database where datname = $1', template))) {
    const making = `${template}_making`;
    await superuser.query(`drop database if exists "${making}" with (force)`);
    await superuser.query(`create database "${making}" owner veche_owner encoding 'UTF8' template template0`);
    await migrate(asRole(withDatabase(superuserUrl, making), 'veche_owner'), entities, migrations);
    await superuser.query(`alter database "${making}" rename to "${template}"`);
  }
  await superuser.query("select pg_advisory_unlock(hashtextextended('veche test template', 0))");
  return template;
}
