import { Client, DatabaseError } from 'pg';
import { connectionProblem } from './connection-problem.ts';
import { StartProblem } from '../../kernel/start-problem.ts';

const oldestVersion = 15;

interface Facts {
  readonly version: number;
  readonly encoding: string;
  readonly readOnly: boolean;
  readonly mayCreate: boolean;
}

/** Whether this database can carry Veche: version, encoding, right to create, and trigrams of Russian names. */
export async function checkDatabase(ownerUrl: string): Promise<void> {
  const client = await connected('DATABASE_URL', ownerUrl);
  try {
    const { rows } = await client.query<Facts>(`
      SELECT current_setting('server_version_num')::int / 10000 AS version,
             current_setting('server_encoding') AS encoding,
             pg_is_in_recovery() AS "readOnly",
             has_schema_privilege(current_user, 'public', 'CREATE') AS "mayCreate"`);
    const [facts] = rows;
    const wrong = facts === undefined ? undefined : wrongWith(facts);
    if (wrong !== undefined) throw new StartProblem(`The database cannot carry Veche: ${wrong}.`);
    await checkTrigrams(client);
  } finally {
    await client.end();
  }
}

export async function connected(variable: string, url: string): Promise<Client> {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    application_name: 'veche-start',
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (problem) {
    throw connectionProblem(variable, url, problem);
  }
}

function wrongWith(facts: Facts): string | undefined {
  if (facts.version < oldestVersion) {
    return `it is PostgreSQL ${String(facts.version)}, and Veche needs ${String(oldestVersion)} or newer`;
  }
  if (facts.encoding !== 'UTF8') {
    return `its encoding is ${facts.encoding}, and Veche needs UTF8 (CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0)`;
  }
  if (facts.readOnly) return 'it is a read-only replica';
  if (!facts.mayCreate) return 'the role of DATABASE_URL may not create tables in schema public';
  return undefined;
}

/** Under LC_CTYPE = C everything seems to work, and searching a person by name finds nobody. */
async function checkTrigrams(client: Client): Promise<void> {
  try {
    await client.query('CREATE EXTENSION IF NOT EXISTS pg_trgm');
  } catch (problem) {
    if (!(problem instanceof DatabaseError)) throw problem;
    throw new StartProblem(
      problem.code === '42501'
        ? 'The database cannot carry Veche: ask its administrator to run "CREATE EXTENSION pg_trgm" in it.'
        : `The database cannot carry Veche: its extension pg_trgm is missing (${problem.message}).`,
    );
  }
  const { rows } = await client.query<{ known: boolean }>("SELECT cardinality(show_trgm('Иванов')) > 0 AS known");
  if (rows[0]?.known === true) return;
  throw new StartProblem(
    "The database cannot carry Veche: it does not know Russian letters; create it with LC_CTYPE 'C.UTF-8'.",
  );
}
