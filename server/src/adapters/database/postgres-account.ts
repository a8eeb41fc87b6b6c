import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { StartProblem } from '../../kernel/start-problem.ts';

/** As whom PostgreSQL runs. It refuses to run as root, so root lends it another account of the machine. */
export interface PostgresAccount {
  /** Whose the files are; undefined when that is simply the person who started Veche. */
  readonly owner: SystemIds | undefined;
  /** What stands before each command, when root's own tool changes the account instead of us. */
  readonly prefix: readonly string[];
}

interface SystemIds {
  readonly uid: number;
  readonly gid: number;
}

export interface Finished {
  readonly code: number | null;
  readonly output: string;
}

export function accountFor(folder: string, data: string, binary: string): PostgresAccount {
  if (process.getuid?.() !== 0) return { owner: undefined, prefix: [] };
  const owner = ownerOf(data) ?? systemAccount();
  if (reaches(owner, folder, binary)) return { owner, prefix: [] };
  const setpriv = ['/usr/bin/setpriv', '/bin/setpriv'].find((path) => existsSync(path));
  if (setpriv === undefined) {
    throw new StartProblem(
      `Veche runs as root, and the account of PostgreSQL cannot reach ${folder}: run Veche as an ordinary user, or from a folder everybody may enter.`,
    );
  }
  // The folder is behind one that is root's alone, like /root: the account keeps this one right of root, and no more.
  const rights = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override'];
  const account = [`--reuid=${String(owner.uid)}`, `--regid=${String(owner.gid)}`, '--clear-groups'];
  return { owner, prefix: [setpriv, ...account, ...rights] };
}

/** Runs to the end. The environment is empty on purpose: the locale and PG* variables of the machine must not matter. */
export function runAs(
  account: PostgresAccount,
  command: readonly [string, ...string[]],
  folder: string,
): Promise<Finished> {
  const [program, ...rest] = [...account.prefix, ...command] as [string, ...string[]];
  return new Promise((resolve, reject) => {
    const child = spawn(program, rest, {
      cwd: folder,
      env: { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
      stdio: ['ignore', 'pipe', 'pipe'],
      // Its own group: Ctrl-C in the terminal must not reach PostgreSQL, nor stop its start half-way.
      detached: true,
      ...(account.prefix.length === 0 ? account.owner : undefined),
    });
    let output = '';
    const collect = (chunk: Buffer): void => {
      output += chunk.toString();
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code, output });
    });
  });
}

function ownerOf(data: string): SystemIds | undefined {
  const owner = statSync(data, { throwIfNoEntry: false });
  return owner === undefined || owner.uid === 0 ? undefined : { uid: owner.uid, gid: owner.gid };
}

function systemAccount(): SystemIds {
  const found = idsOf('postgres');
  if (found !== undefined) return found;
  spawnSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres']);
  const made = idsOf('postgres') ?? idsOf('nobody');
  if (made !== undefined) return made;
  throw new StartProblem(
    'PostgreSQL does not run as root, and the machine has no account for it: run Veche as an ordinary user.',
  );
}

function idsOf(name: string): SystemIds | undefined {
  try {
    const id = (flag: string): number => Number(execFileSync('id', [flag, name], { stdio: 'pipe' }).toString());
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined;
  }
}

function reaches(ids: SystemIds, folder: string, binary: string): boolean {
  const script = 'cd "$1" && test -x "$2"';
  return spawnSync('/bin/sh', ['-c', script, 'sh', folder, binary], { ...ids, cwd: '/', stdio: 'ignore' }).status === 0;
}
