import { realpathSync } from 'node:fs';
import { Client, DatabaseError } from 'pg';

/** How the PostgreSQL of a data folder answers: `busy` while it starts or stops, `refused` when it is of no use to us. */
export type Answer = 'ready' | 'busy' | 'refused';

const startingOrStopping = '57P03';

export async function answerOf(superuserUrl: string, data: string): Promise<Answer> {
  const client = new Client({ connectionString: superuserUrl, connectionTimeoutMillis: 5_000 });
  // A connection that breaks later must not end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory');
    return realpathSync(rows[0]?.data_directory ?? '') === data ? 'ready' : 'refused';
  } catch (problem) {
    if (problem instanceof DatabaseError) return problem.code === startingOrStopping ? 'busy' : 'refused';
    return 'busy';
  } finally {
    await client.end();
  }
}
