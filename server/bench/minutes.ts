import type { BenchPostgres } from './bench-postgres.ts';
import { openedWorld } from './opened-world.ts';
import { progress } from './progress.ts';
import { startServer } from './veche-server.ts';
import { storeBallots } from './voting-world.ts';

const database = 'minutes';
const world = { assemblies: 1, votersEach: 3000, items: 20, staff: 1 };

export const minutesGoalSeconds = 5;

interface Written {
  readonly seconds: number;
  readonly megabytes: number;
}

/** Voting ends in a house of 3 000 ballots: the time from its closing, on record, to its minutes, on record. */
export async function minutesOfAHouse(postgres: BenchPostgres, profiles?: string): Promise<Written> {
  await openedWorld(postgres, database, world);
  await postgres.ask(database, async (client) => {
    await storeBallots(client, world, { each: world.votersEach, counted: 1 });
    await client.query(`update assembly set closes_at = now() - interval '1 minute'`);
  });
  const server = await startServer(postgres.addressOf(database), profiles);
  try {
    progress('Voting has ended; the minutes are awaited');
    for (;;) {
      const { rows } = await postgres.ask(database, async (client) =>
        client.query<{ seconds: number; bytes: number }>(
          `select extract(epoch from d.made_at - r.counted_at)::float8 as seconds, d.size as bytes
             from assembly_document d join result r on r.assembly_id = d.assembly_id where d.kind = 'MINUTES' and d.format = 'PDF'`,
        ),
      );
      const [made] = rows;
      if (made) return { seconds: made.seconds, megabytes: made.bytes / 1e6 };
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  } finally {
    await server.stop();
  }
}
