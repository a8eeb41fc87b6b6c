import pg from 'pg';
import { expect } from 'vitest';
import type { TestApp } from './harness.ts';

/**
 * Runs commands that meet for certain: whoever wants to write the table is held up until all of them wait, for the table
 * or for one another. Left to chance, a quick machine runs them one after the other.
 */
export async function atOnce<Result>(
  app: TestApp,
  table: string,
  times: number,
  command: () => Promise<Result>,
): Promise<Result[]> {
  const holder = new pg.Client({ connectionString: app.databaseUrl });
  await holder.connect();
  try {
    await holder.query('begin');
    await holder.query(`lock table ${table} in share mode`);
    const running = Promise.all(Array.from({ length: times }, async () => command()));
    const waiting = async (): Promise<number> => {
      // Within one transaction the first look is remembered.
      await holder.query('select pg_stat_clear_snapshot()');
      const { rows } = await holder.query<{ n: number }>(
        `select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      return rows[0]?.n ?? 0;
    };
    await expect.poll(waiting, { timeout: 20_000 }).toBe(times);
    await holder.query('commit');
    return await running;
  } finally {
    await holder.end();
  }
}
