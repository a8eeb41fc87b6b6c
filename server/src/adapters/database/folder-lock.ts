import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StartProblem } from '../../kernel/start-problem.ts';

/**
 * One Veche per folder. SQLite is here for its file lock only: the system drops it with the process, whatever way the
 * process ends, and Node has no other such lock that works on every system.
 */
export function lockFolder(home: string): { release(): void } {
  const named = join(home, 'running.pid');
  // A server that is just stopping gets the time to do so.
  const lock = new DatabaseSync(join(home, 'running.lock'), { timeout: 5_000 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch {
    lock.close();
    throw new StartProblem(
      `Another Veche is running from ${home}${processIn(named)}: stop it, or name another folder in VECHE_HOME.`,
    );
  }
  writeFileSync(named, String(process.pid));
  return {
    release: () => {
      rmSync(named, { force: true });
      lock.close();
    },
  };
}

function processIn(path: string): string {
  try {
    return ` (process ${readFileSync(path, 'utf8')})`;
  } catch {
    return '';
  }
}
