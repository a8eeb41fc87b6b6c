import pg from 'pg';

const known = new Map<string, Promise<pg.Client[]>>();

/** Connections that are kept from turn to turn, with what was prepared on them. */
export async function connected(url: string, count: number): Promise<pg.Client[]> {
  const clients =
    known.get(url) ??
    Promise.all(
      Array.from({ length: count }, async () => {
        const client = new pg.Client({ connectionString: url });
        await client.connect();
        return client;
      }),
    );
  known.set(url, clients);
  return clients;
}
