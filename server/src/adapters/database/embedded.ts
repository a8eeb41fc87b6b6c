import { join } from 'node:path';
import { checkDatabase } from './check-database.ts';
import { openCluster } from './cluster.ts';
import { lockFolder } from './folder-lock.ts';
import type { StartedDatabase } from './started-database.ts';
import { embeddedBinaries } from './postgres-binaries.ts';
import { provision } from './provision.ts';
import { watchPostgres } from './watch-postgres.ts';
import { StartProblem } from '../../kernel/start-problem.ts';

/** A real PostgreSQL under VECHE_HOME: created at the first start, found again after a crash, stopped with the server. */
export async function openEmbedded(home: string, progress: (sentence: string) => void): Promise<StartedDatabase> {
  const lock = lockFolder(home);
  try {
    const folder = join(home, 'postgres');
    const cluster = await openCluster(folder, await embeddedBinaries(), { durable: true, progress });
    try {
      const address = await provision(cluster);
      await checkDatabase(address.ownerUrl);
      const watch = watchPostgres(address.ownerUrl, () => cluster.isRunning());
      const lost = watch.lost.then((): never => {
        throw new StartProblem(`PostgreSQL was stopped by somebody else (see ${join(folder, 'postgres.log')}).`);
      });
      // Whoever races against it hears of it; when nobody does any more, it is not an error.
      lost.catch(() => undefined);
      return {
        address,
        lost,
        stop: async () => {
          await watch.end();
          await cluster.stop();
          lock.release();
        },
      };
    } catch (problem) {
      await cluster.stop();
      throw problem;
    }
  } catch (problem) {
    lock.release();
    throw problem;
  }
}
