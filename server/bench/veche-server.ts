import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { build } from 'vite';
import type { DatabaseAddress } from '../src/adapters/database/address.ts';
import { repositoryFolder } from '../src/config.ts';
import { progress } from './progress.ts';

export const benchSecret = 'a secret of the bench, at least thirty-two bytes long';

const node = process.execPath;
export const serverFlags = JSON.parse(
  readFileSync(new URL('../scripts/run/server-flags.json', import.meta.url), 'utf8'),
) as string[];

/** The server as `npm start` builds it; or a program of the bench around it, built in the same way. */
export async function buildServer(entry?: string): Promise<void> {
  progress('Building the server');
  const folder = join(repositoryFolder, 'server');
  await build({
    root: folder,
    configFile: join(folder, 'vite.config.ts'),
    logLevel: 'warn',
    build:
      entry === undefined
        ? {}
        : {
            ssr: entry,
            emptyOutDir: false,
            rolldownOptions: { output: { entryFileNames: basename(entry).replace(/ts$/, 'js') } },
          },
  });
}

export interface VecheServer {
  readonly port: number;
  /** The most memory it ever held, in bytes, as the kernel of Linux keeps it (VmHWM). */
  peakMemory(): number;
  stop(): Promise<void>;
}

/** The production build in a process of its own. `profiles`: a folder for a CPU profile, written when it stops. */
export async function startServer(database: DatabaseAddress, profiles?: string): Promise<VecheServer> {
  const home = mkdtempSync(join(tmpdir(), 'veche-bench-home-'));
  const profiling = profiles === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profiles}`];
  const words = [...profiling, ...serverFlags, join(repositoryFolder, 'server', 'dist', 'main.js')];
  const child = spawn(node, words, {
    env: {
      PATH: process.env['PATH'],
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: '0',
      VECHE_HOME: home,
      VECHE_SECRET: benchSecret,
      DATABASE_URL: database.ownerUrl,
      DATABASE_APP_URL: database.appUrl,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exit = once(child, 'exit');
  const port = await new Promise<number>((resolve, reject) => {
    let printed = '';
    child.stdout.on('data', (chunk: Buffer) => {
      printed = (printed + chunk.toString()).slice(-4000);
      const found = /ready .*http:\/\/localhost:(\d+)\n/.exec(printed)?.[1];
      if (found !== undefined) resolve(Number(found));
    });
    exit.then(() => reject(new Error(`the server does not start:\n${printed}`)), reject);
  });
  return {
    port,
    peakMemory: () => {
      const status = readFileSync(`/proc/${String(child.pid)}/status`, 'utf8');
      return Number(/^VmHWM:\s*(\d+) kB$/m.exec(status)?.[1]) * 1024;
    },
    stop: async () => {
      child.kill('SIGTERM');
      await exit;
      rmSync(home, { recursive: true, force: true });
    },
  };
}
