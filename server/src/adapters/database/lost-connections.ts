import type { Pool, PoolClient } from 'pg';

/**
 * A pool gets a lost connection back only from whoever has it, and a transaction whose rollback fails as well never
 * returns it: after as many losses as there are connections nobody would get one. So the pool takes it back by itself.
 */
export function takeBackLost(pool: Pool): void {
  const taken = new Set<PoolClient>();
  pool.on('acquire', (client) => taken.add(client));
  pool.on('release', (_error, client) => taken.delete(client));
  pool.on('connect', (client) => {
    // Whoever waits for an answer hears of the loss; without a listener it would end the process.
    client.on('error', () => undefined);
    // A moment later, because most give it back themselves once their query has failed.
    client.on('end', () =>
      setImmediate(() => {
        if (taken.has(client)) client.release(true);
      }),
    );
  });
  pool.on('error', () => undefined);
}
