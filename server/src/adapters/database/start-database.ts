import type { Config } from '../../config.ts';
import type { DatabaseAddress } from './address.ts';
import { startEmbedded } from './embedded.ts';
import { checkedExternal } from './external.ts';

export interface StartedDatabase {
  readonly address: DatabaseAddress;
  /** Rejects with a `StartProblem` when the database has gone for good and Veche should end; never resolves. */
  readonly lost: Promise<never>;
  stop(): Promise<void>;
}

/** The database of DATABASE_URL, or else a PostgreSQL of our own. */
export function startDatabase(config: Config, progress: (sentence: string) => void): Promise<StartedDatabase> {
  return config.databaseUrl === undefined
    ? startEmbedded(config.home, progress)
    : checkedExternal(config.databaseUrl, config.databaseAppUrl, progress);
}
