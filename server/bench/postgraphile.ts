import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { progress } from './progress.ts';

const version = '5.1.5';

/** The peer is no dependency of ours: it lives in the cache of whoever runs the bench. */
async function installed(): Promise<string> {
  const cache = process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache');
  const folder = join(cache, 'veche', 'bench', `postgraphile-${version}`);
  if (existsSync(join(folder, 'node_modules', 'postgraphile', 'package.json'))) return folder;
  progress(`Installing PostGraphile ${version} in ${folder}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const words = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--save-exact', `postgraphile@${version}`];
  const npm = spawn('npm', words, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  const [code] = (await once(npm, 'exit')) as [number | null];
  if (code !== 0) throw new Error('PostGraphile cannot be installed');
  return folder;
}

export interface PostGraphile {
  readonly port: number;
  stop(): Promise<void>;
}

/** `tags`: smart tags, where the schema has no foreign keys for it to follow. */
export async function startPostGraphile(url: string, poolSize: number, tags: object = {}): Promise<PostGraphile> {
  const program = fileURLToPath(new URL('postgraphile-server.mjs', import.meta.url));
  const words = [await installed(), url, String(poolSize), JSON.stringify({ version: 1, config: tags })];
  const child = fork(program, words, {
    execArgv: [],
    env: { PATH: process.env['PATH'], NODE_ENV: 'production', GRAPHILE_ENV: 'production' },
  });
  const exit = once(child, 'exit');
  const [port] = (await Promise.race([once(child, 'message'), exit.then(() => ['it does not start'])])) as [
    number | string,
  ];
  if (typeof port === 'string') throw new Error(`PostGraphile: ${port}`);
  return {
    port,
    stop: async () => {
      child.kill();
      await exit;
    },
  };
}
