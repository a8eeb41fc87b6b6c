import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repositoryFolder } from '../src/config.ts';
import { progress } from './progress.ts';
import type { BenchReport } from './report.ts';

/** `npm start` in a fresh clone of what is committed, and then once more. */
export async function benchStart(): Promise<BenchReport> {
  const folder = mkdtempSync(join(tmpdir(), 'veche-bench-start-'));
  // Started by root, PostgreSQL runs as another user, who must reach the clone.
  chmodSync(folder, 0o755);
  try {
    const clone = join(folder, 'clone');
    execFileSync('git', ['clone', '--quiet', repositoryFolder, clone]);
    progress('First start: installs, builds, makes a PostgreSQL, migrates, fills the demo');
    const first = await secondsUntilReady(clone);
    const again: number[] = [];
    for (let turn = 1; turn <= 3; turn += 1) again.push(await secondsUntilReady(clone));
    const second = again.toSorted((a, b) => a - b)[1] ?? Number.NaN;
    return {
      name: 'start',
      results: [
        { what: 'first start of a fresh clone', value: first, unit: 's' },
        { what: 'a later start, median of 3', value: second, unit: 's' },
      ],
      ratios: [{ to: 'seconds of a later start', value: second, goal: 5, atMost: true }],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}

async function secondsUntilReady(clone: string): Promise<number> {
  const began = performance.now();
  const child = spawn('npm', ['start'], {
    cwd: clone,
    env: { ...unconfigured(), PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  const exit = once(child, 'exit');
  await new Promise<void>((resolve, reject) => {
    let printed = '';
    child.stdout.on('data', (chunk: Buffer) => {
      printed = (printed + chunk.toString()).slice(-4000);
      if (/ready .*http:\/\/\S+\n/.test(printed)) resolve();
    });
    exit.then(() => reject(new Error(`it does not start:\n${printed}`)), reject);
  });
  const seconds = (performance.now() - began) / 1000;
  // As Ctrl-C in a terminal: to every process of the group.
  process.kill(-(child.pid ?? 0), 'SIGINT');
  await exit;
  return seconds;
}

/** What the one who measures has set for a Veche of their own is not for this one. */
function unconfigured(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(NODE_|DATABASE_|VECHE_)/.test(name)));
}
