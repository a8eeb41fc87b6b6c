import { DatabaseError, escapeIdentifier, type Client } from 'pg';
import { checkDatabase, connected } from './check-database.ts';
import type { StartedDatabase } from './started-database.ts';
import { StartProblem } from '../../kernel/start-problem.ts';

const appRole = 'veche_app';

/** An outside PostgreSQL: checked before anything is changed in it; its life is not ours. */
export async function openExternal(
  ownerUrl: string,
  givenAppUrl: string | undefined,
  progress: (sentence: string) => void,
): Promise<StartedDatabase> {
  progress('Checking the database …');
  await checkDatabase(ownerUrl);
  const owner = await connected('DATABASE_URL', ownerUrl);
  try {
    const appUrl =
      givenAppUrl === undefined ? await withoutRights(owner, ownerUrl, progress) : await memberOf(owner, givenAppUrl);
    return { address: { ownerUrl, appUrl }, lost: new Promise(() => undefined), stop: () => Promise.resolve() };
  } finally {
    await owner.end();
  }
}

/** The same role, stepping down to `veche_app` in every connection, when the role may arrange that. */
async function withoutRights(owner: Client, ownerUrl: string, progress: (sentence: string) => void): Promise<string> {
  try {
    await ensureRole(owner);
    if (!(await maySetRole(owner))) await owner.query(`GRANT ${appRole} TO CURRENT_USER`);
  } catch (problem) {
    if (!isForbidden(problem)) throw problem;
    progress(
      `The role of DATABASE_URL cannot create role ${appRole}: grants do not protect the journal here. Name a member of ${appRole} in DATABASE_APP_URL.`,
    );
    return ownerUrl;
  }
  const url = new URL(ownerUrl);
  const already = url.searchParams.get('options');
  url.searchParams.set('options', `${already === null ? '' : `${already} `}-c role=${appRole}`);
  return url.href.replaceAll('+', '%20');
}

/** The migrations grant to `veche_app`; the given role has to be it, or a member of it. */
async function memberOf(owner: Client, appUrl: string): Promise<string> {
  const app = await connected('DATABASE_APP_URL', appUrl);
  try {
    const [user, database] = [await userOf(app), await databaseOf(app)];
    if (database !== (await databaseOf(owner))) {
      throw new StartProblem('DATABASE_APP_URL and DATABASE_URL name different databases.');
    }
    await ensureRole(owner);
    const inherits = await owner.query<{ member: boolean }>("SELECT pg_has_role($1, $2, 'USAGE') AS member", [
      user,
      appRole,
    ]);
    if (inherits.rows[0]?.member !== true) await owner.query(`GRANT ${appRole} TO ${escapeIdentifier(user)}`);
    return appUrl;
  } catch (problem) {
    if (!isForbidden(problem)) throw problem;
    throw new StartProblem(
      `DATABASE_APP_URL: its role must be a member of ${appRole}; ask the administrator to run "CREATE ROLE ${appRole}" and "GRANT ${appRole} TO …".`,
    );
  } finally {
    await app.end();
  }
}

async function ensureRole(owner: Client): Promise<void> {
  const found = await owner.query('SELECT FROM pg_roles WHERE rolname = $1', [appRole]);
  if (found.rowCount === 0) await owner.query(`CREATE ROLE ${appRole} NOLOGIN`);
}

/** Asked by trying: since PostgreSQL 16 whoever creates a role is its member without the right to become it. */
async function maySetRole(owner: Client): Promise<boolean> {
  try {
    await owner.query(`SET ROLE ${appRole}`);
    await owner.query('RESET ROLE');
    return true;
  } catch (problem) {
    if (isForbidden(problem)) return false;
    throw problem;
  }
}

async function userOf(client: Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>('SELECT session_user::text AS name');
  return rows[0]?.name ?? '';
}

async function databaseOf(client: Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>('SELECT current_database()::text AS name');
  return rows[0]?.name ?? '';
}

function isForbidden(problem: unknown): boolean {
  return problem instanceof DatabaseError && problem.code === '42501';
}
