import { Client } from 'pg';
import type { DatabaseAddress } from './address.ts';
import type { Cluster } from './cluster.ts';
import { accessUrl } from './cluster-access.ts';

/** The two roles and the database; every statement may run again, so that a start killed half-way loses nothing. */
export async function provision(cluster: Cluster): Promise<DatabaseAddress> {
  const { access, port } = cluster;
  const superuser = new Client({ connectionString: cluster.superuserUrl('postgres') });
  await superuser.connect();
  try {
    const exists = async (sql: string): Promise<boolean> => (await superuser.query(sql)).rowCount === 1;
    for (const [role, password] of [
      ['veche_owner', access.ownerPassword],
      ['veche_app', access.appPassword],
    ] as const) {
      const verb = (await exists(`SELECT FROM pg_roles WHERE rolname = '${role}'`)) ? 'ALTER' : 'CREATE';
      await superuser.query(
        `${verb} ROLE ${role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION PASSWORD '${password}'`,
      );
    }
    if (!(await exists("SELECT FROM pg_database WHERE datname = 'veche'"))) {
      await superuser.query('CREATE DATABASE veche OWNER veche_owner');
    }
    await superuser.query('REVOKE ALL ON DATABASE veche FROM PUBLIC');
    await superuser.query('GRANT CONNECT ON DATABASE veche TO veche_app');
  } finally {
    await superuser.end();
  }
  return {
    ownerUrl: accessUrl('veche_owner', access.ownerPassword, port, 'veche'),
    appUrl: accessUrl('veche_app', access.appPassword, port, 'veche'),
  };
}
