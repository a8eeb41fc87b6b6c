import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openCluster } from '../src/adapters/database/cluster.ts';
import { leftOverIn } from '../src/adapters/database/left-over-postgres.ts';
import type { PostgresBinaries } from '../src/adapters/database/postgres-binaries.ts';

export interface ThrowAwayPostgres {
  readonly superuserUrl: string;
  readonly remove: () => Promise<void>;
}

const prefix = 'veche-postgres-';

/** A PostgreSQL in a temporary folder, for one run of tests. */
export async function throwAwayPostgres(binaries: PostgresBinaries): Promise<ThrowAwayPostgres> {
  await removeForgotten();
  const folder = mkdtempSync(join(tmpdir(), prefix));
  writeFileSync(join(folder, 'owner.pid'), String(process.pid));
  const cluster = await openCluster(folder, binaries, { durable: false, progress: () => undefined });
  return {
    superuserUrl: cluster.superuserUrl('postgres'),
    remove: async () => {
      await cluster.stop();
      removeFolder(folder);
    },
  };
}

/** A run that was killed leaves its PostgreSQL behind; the next one clears it away. */
async function removeForgotten(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((each) => each.startsWith(prefix))) {
    const folder = join(tmpdir(), name);
    try {
      if (isAlive(Number(readFileSync(join(folder, 'owner.pid'), 'utf8')))) continue;
      for (let left = running(folder); left !== undefined; left = running(folder)) {
        process.kill(left, 'SIGQUIT');
        await pause(100);
      }
      removeFolder(folder);
    } catch {
      // Just being made, or somebody else's.
    }
  }
}

function running(folder: string): number | undefined {
  const left = leftOverIn(join(folder, 'data'));
  return left?.isRunning === true ? left.pid : undefined;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (problem) {
    return problem instanceof Error && 'code' in problem && problem.code === 'EPERM';
  }
}

function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
}
