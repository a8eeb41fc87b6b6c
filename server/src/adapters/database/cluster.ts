import { accessUrl, readAccess, type ClusterAccess } from './cluster-access.ts';
import { clusterPlace } from './cluster-place.ts';
import { createCluster, isCreated } from './create-cluster.ts';
import { leftOverIn } from './left-over-postgres.ts';
import type { PostgresBinaries } from './postgres-binaries.ts';
import { ensureRunning, stopPostgres } from './postgres-process.ts';

/** A running PostgreSQL of our own. */
export interface Cluster {
  readonly port: number;
  readonly access: ClusterAccess;
  superuserUrl(database: string): string;
  /** Broken connections do not mean that it is gone: after a crash of one back end PostgreSQL restarts itself. */
  isRunning(): boolean;
  stop(): Promise<void>;
}

export async function openCluster(
  folder: string,
  binaries: PostgresBinaries,
  options: { readonly durable: boolean; readonly progress: (sentence: string) => void },
): Promise<Cluster> {
  const place = clusterPlace(folder, binaries, options.durable);
  if (!isCreated(place)) {
    options.progress('Creating the database …');
    await createCluster(place);
  }
  options.progress('Starting PostgreSQL …');
  const port = await ensureRunning(place);
  const access = readAccess(place.folder);
  return {
    port,
    access,
    superuserUrl: (database) => accessUrl('postgres', access.superuserPassword, port, database),
    isRunning: () => leftOverIn(place.data)?.isRunning === true,
    stop: () => stopPostgres(place),
  };
}
