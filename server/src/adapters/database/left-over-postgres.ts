import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** What `postmaster.pid` of a data folder says, and whether the process it names is really the PostgreSQL of that folder. */
export interface LeftOver {
  readonly pid: number;
  readonly port: number;
  readonly isRunning: boolean;
}

/** Larger than any process id that a system gives out. */
const impossiblePid = 2_147_483_646;

export function leftOverIn(data: string): LeftOver | undefined {
  const lines = pidFile(data)?.split('\n');
  if (lines === undefined) return undefined;
  const pid = Number(lines[0]);
  return { pid, port: Number(lines[3]), isRunning: isPostgresOf(pid, data) };
}

/**
 * PostgreSQL refuses to start while a process of that number exists: after a reboot it may be any other program, and in
 * a container without an init the killed PostgreSQL itself, dead and never fetched. The file is changed and not removed:
 * its other lines let PostgreSQL see whether old back ends still use the memory.
 */
export function disownPid(data: string): void {
  const rest = (pidFile(data) ?? '').split('\n').slice(1);
  writeFileSync(join(data, 'postmaster.pid'), [impossiblePid, ...rest].join('\n'));
}

function pidFile(data: string): string | undefined {
  try {
    return readFileSync(join(data, 'postmaster.pid'), 'utf8');
  } catch {
    return undefined;
  }
}

function isPostgresOf(pid: number, data: string): boolean {
  const command = commandOf(pid) ?? [];
  return basename(command[0] ?? '') === 'postgres' && command.includes(data);
}

function commandOf(pid: number): readonly string[] | undefined {
  if (!Number.isSafeInteger(pid) || pid <= 0) return undefined;
  try {
    if (process.platform === 'linux') {
      // Empty for a process that has ended and waits for its parent to notice.
      return readFileSync(`/proc/${String(pid)}/cmdline`, 'utf8').split('\0');
    }
    const line = execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { stdio: 'pipe' })
      .toString()
      .trim();
    const [program = '', data = ''] = line.split(' -D ');
    return [program, data];
  } catch {
    return undefined;
  }
}
