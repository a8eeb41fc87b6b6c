import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { repositoryFolder } from '../src/config.ts';
import { benchSecret } from './veche-server.ts';

/** `npm start` in a folder of its own: builds what is missing, starts its own PostgreSQL, fills the demo. */
export async function startDemo(home: string): Promise<{ url: string; stop: () => Promise<void> }> {
  const child = spawn(process.execPath, [join(repositoryFolder, 'server', 'scripts', 'run.mjs'), 'start'], {
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      PORT: '0',
      VECHE_HOME: home,
      VECHE_SECRET: benchSecret,
      VECHE_DEMO: 'on',
      VECHE_DEMO_PULSE: '0',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exit = once(child, 'exit');
  const url = await new Promise<string>((resolve, reject) => {
    let printed = '';
    child.stdout.on('data', (chunk: Buffer) => {
      printed = (printed + chunk.toString()).slice(-4000);
      const found = /ready .*(http:\/\/\S+)\n/.exec(printed)?.[1];
      if (found !== undefined) resolve(found);
    });
    exit.then(() => reject(new Error(`it does not start:\n${printed}`)), reject);
  });
  return {
    url,
    stop: async () => {
      child.kill('SIGTERM');
      await exit;
    },
  };
}
