import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';

/** Holds one idle connection: it breaks at once when PostgreSQL is killed, long before anybody asks something. */
export function watchPostgres(
  url: string,
  isRunning: () => boolean,
): { readonly lost: Promise<void>; end(): Promise<void> } {
  let ended = false;
  let held: Client | undefined;
  const lost = Promise.withResolvers<void>();

  async function hold(): Promise<void> {
    const client = new Client({ connectionString: url, application_name: 'veche-watch' });
    client.on('error', () => undefined);
    const broken = new Promise((resolve) => client.once('end', resolve));
    await client.connect();
    held = client;
    await broken;
  }

  async function watch(): Promise<void> {
    while (!ended && isRunning()) {
      await hold().catch(() => pause(100));
    }
    if (!ended) lost.resolve();
  }

  void watch();
  return {
    lost: lost.promise,
    end: async () => {
      ended = true;
      await held?.end();
    },
  };
}
