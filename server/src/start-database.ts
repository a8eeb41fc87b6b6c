import { openEmbedded } from './adapters/database/embedded.ts';
import { openExternal } from './adapters/database/external.ts';
import type { StartedDatabase } from './adapters/database/started-database.ts';
import type { Config } from './config.ts';
import { openHome } from './home-folder.ts';

/** The database of DATABASE_URL, or else a PostgreSQL of our own. */
export function startDatabase(config: Config, progress: (sentence: string) => void): Promise<StartedDatabase> {
  openHome(config.home);
  return config.databaseUrl === undefined
    ? openEmbedded(config.home, progress)
    : openExternal(config.databaseUrl, config.databaseAppUrl, progress);
}
