import type { World } from './context.ts';

/** Does the work on something of this id unless another process, or another caller here, is at it; never waits for that. */
export async function ifUnclaimed({ database }: World, id: string, work: () => Promise<void>): Promise<void> {
  const claim = await database.pool.connect();
  try {
    // The locks of commands are others: they are counted from 0, see transaction.ts.
    const { rows } = await claim.query<{ claimed: boolean }>(
      'select pg_try_advisory_lock(hashtextextended($1, 1)) as claimed',
      [id],
    );
    if (rows[0]?.claimed !== true) return;
    try {
      await work();
    } finally {
      await claim.query('select pg_advisory_unlock(hashtextextended($1, 1))', [id]);
    }
  } finally {
    claim.release();
  }
}
