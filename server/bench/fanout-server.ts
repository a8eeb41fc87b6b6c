import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { WebSocketServer } from 'ws';
import type { DatabaseAddress } from '../src/adapters/database/address.ts';
import { startApp, type RunningApp } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { benchSecret } from './veche-server.ts';
import { obey } from './worker.ts';

export type ServerOrder =
  /** Veche itself; `gapMs` 0 lets it send as fast as it can. */
  | { readonly start: 'VECHE'; readonly address: DatabaseAddress; readonly gapMs: number | null }
  /** A bare `ws` server that says the same bytes to everybody. */
  | { readonly start: 'BARE'; readonly frame: string }
  /** The bare one speaks, for so many seconds. */
  | { readonly run: number };

const home = mkdtempSync(join(tmpdir(), 'veche-bench-home-'));
let app: RunningApp | null = null;
let bare: { readonly sockets: WebSocketServer; readonly frame: Buffer } | null = null;

async function startVeche(address: DatabaseAddress, gapMs: number | null): Promise<number> {
  const config = readConfig({
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    PORT: '0',
    VECHE_HOME: home,
    VECHE_SECRET: benchSecret,
    LOG_LEVEL: 'warn',
  });
  const limits = { perAddress: 100_000, perAccount: 100_000 };
  app = await startApp(config, address, () => undefined, {
    migrated: true,
    live: { limits, ...(gapMs === null ? {} : { gapMs, signalGapMs: gapMs }) },
  });
  return Number(new URL(app.url).port);
}

async function startBare(frame: string): Promise<number> {
  const sockets = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  await new Promise((resolve) => sockets.once('listening', resolve));
  bare = { sockets, frame: Buffer.from(frame) };
  const address = sockets.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** Round after round to everybody who has taken the last one. */
async function broadcast(until: number): Promise<void> {
  while (performance.now() < until) {
    for (const client of bare?.sockets.clients ?? []) {
      if (client.bufferedAmount === 0) client.send(bare?.frame ?? '', { binary: false });
    }
    await turn();
  }
}

obey(async (order: ServerOrder) => {
  if ('run' in order) {
    await broadcast(performance.now() + order.run * 1000);
    return null;
  }
  return order.start === 'VECHE' ? startVeche(order.address, order.gapMs) : startBare(order.frame);
});

async function stop(): Promise<void> {
  await app?.stop();
  rmSync(home, { recursive: true, force: true });
  process.exit(0);
}
process.once('SIGTERM', () => void stop());
