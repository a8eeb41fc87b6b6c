import type { BenchPostgres } from './bench-postgres.ts';
import { progress } from './progress.ts';
import { startServer } from './veche-server.ts';
import { buildWorld, untilOpen, type VotingWorld } from './voting-world.ts';

/** A database in which voting has just opened: built here, opened and its rolls frozen by the server itself. */
export async function openedWorld(postgres: BenchPostgres, database: string, world: VotingWorld): Promise<void> {
  progress(`Building ${String(world.assemblies)} assemblies with ${String(world.votersEach)} voters each`);
  await postgres.createMigrated(database);
  await postgres.ask(database, async (client) => buildWorld(client, world));
  const server = await startServer(postgres.addressOf(database));
  try {
    await postgres.ask(database, untilOpen);
  } finally {
    await server.stop();
  }
  await postgres.ask(database, async (client) => client.query('vacuum analyze'));
}
