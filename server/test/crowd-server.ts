import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApp } from '../src/app.ts';
import { readConfig } from '../src/config.ts';

export interface CrowdAnswer {
  readonly url: string;
  /** Bytes that the server itself holds, after everything that can be let go was let go. */
  readonly held: number;
}

/** A server in a process of its own, so that what it holds is its own alone. It says what it holds when it is asked. */
const [ownerUrl = '', appUrl = '', heartbeatMs = ''] = process.argv.slice(2);
const home = mkdtempSync(join(tmpdir(), 'veche-crowd-'));
const config = readConfig({
  HOST: '127.0.0.1',
  PORT: '0',
  VECHE_HOME: home,
  VECHE_SECRET: 'a secret of the tests, at least thirty-two bytes long',
  VECHE_DEMO: 'off',
  LOG_LEVEL: 'error',
  NODE_ENV: 'test',
});
const limits = { perAddress: 10_000, perAccount: 10_000 };
const app = await startApp(config, { ownerUrl, appUrl }, () => undefined, {
  migrated: true,
  poolSize: 10,
  live: { gapMs: 10, signalGapMs: 0, heartbeatMs: Number(heartbeatMs), limits },
});

function answer(): void {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  process.send?.({ url: app.url, held: heapUsed + external } satisfies CrowdAnswer);
}
process.on('message', answer);
answer();

async function stop(): Promise<void> {
  await app.stop();
  rmSync(home, { recursive: true, force: true });
  process.exit(0);
}
process.once('SIGTERM', () => void stop());
