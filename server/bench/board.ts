import { setTimeout as pause } from 'node:timers/promises';
import { hash } from '@node-rs/argon2';
import type { Browser, CDPSession } from 'playwright-core';
import { encodeId } from '../src/kernel/global-id.ts';
import { freshContext, signInByKeyboard } from '../test/browser/chromium.ts';
import { BenchPostgres } from './bench-postgres.ts';
import { castBody } from './cast-requests.ts';
import { askApi } from './http-request.ts';
import { openedWorld } from './opened-world.ts';
import { progress } from './progress.ts';
import type { Measured } from './report.ts';
import { startServer } from './veche-server.ts';
import { agendas, tokenOf, votersLeft } from './voting-world.ts';

const world = { assemblies: 1, votersEach: 3000, items: 5, staff: 1 };
const ballotsASecond = 20;
const seconds = 30;
const password = 'a password of the bench';

interface CastAnswer {
  readonly castBallot: { readonly userErrors: readonly object[] };
}

export interface BoardLoad {
  readonly results: readonly Measured[];
  /** Of one core, by all processes of the browser together. */
  readonly share: number;
}

/** The board of an assembly of 3 000 owners, while ballots come in: what the browser takes of a core for it. */
export async function boardLoad(browser: Browser): Promise<BoardLoad> {
  await using stack = new AsyncDisposableStack();
  const stopped = <Thing extends { stop(): Promise<void> }>(thing: Thing): Thing =>
    stack.adopt(thing, async (each) => each.stop());
  const postgres = stopped(await BenchPostgres.open());
  await openedWorld(postgres, 'world', world);
  const login = `bench-${String(world.votersEach + 1)}`;
  const secret = await hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  await postgres.ask('world', async (client) =>
    client.query('update account set password_hash = $1 where login = $2', [secret, login]),
  );
  const voters = await postgres.ask('world', votersLeft);
  const items = await postgres.ask('world', agendas);
  const [assemblyUuid = ''] = items.keys();
  const { port } = stopped(await startServer(postgres.addressOf('world')));

  const context = await freshContext(browser, `http://localhost:${String(port)}`);
  const page = await context.newPage();
  await page.goto('/');
  await signInByKeyboard(page, { login, password });
  await page.locator('#content h1').waitFor();
  await page.goto(`/assemblies/${encodeId('Assembly', assemblyUuid)}`);
  await page.locator('.turnout-figure').first().waitFor();
  await page.waitForLoadState('networkidle');

  const cast = async (many: number, from: number): Promise<void> => {
    const began = performance.now();
    for (const [at, voter] of voters.slice(from, from + many).entries()) {
      await pause(Math.max(0, began + (at * 1000) / ballotsASecond - performance.now()));
      const answer = await askApi<CastAnswer>(port, tokenOf(voter.n), castBody(voter, items));
      if (answer.castBallot.userErrors.length > 0) throw new Error(JSON.stringify(answer));
    }
  };
  progress(`the board of ${String(world.votersEach)} owners, ${String(ballotsASecond)} ballots a second`);
  await cast(5 * ballotsASecond, 0);
  const system = await browser.newBrowserCDPSession();
  const own = await context.newCDPSession(page);
  await own.send('Performance.enable');
  const before = { at: performance.now(), cpu: await cpuOf(system), main: await mainThreadOf(own) };
  await cast(seconds * ballotsASecond, 5 * ballotsASecond);
  const took = (performance.now() - before.at) / 1000;
  const [cpu, main] = [await cpuOf(system), await mainThreadOf(own)];
  const shown = await page.locator('.turnout-figure').first().innerText();
  await context.close();
  const share = (cpu.all - before.cpu.all) / took;
  progress(`the board shows ${shown.replaceAll(/\s+/g, ' ')}`);
  return {
    share,
    results: [
      {
        what: 'the board of 3 000 owners, 20 ballots a second: all of the browser',
        value: share * 100,
        unit: '% of a core',
      },
      {
        what: 'the same, the process of the page',
        value: ((cpu.page - before.cpu.page) / took) * 100,
        unit: '% of a core',
      },
      { what: 'the same, its main thread', value: ((main - before.main) / took) * 100, unit: '% of a core' },
      { what: 'ballots a second, as they came', value: (seconds * ballotsASecond) / took, unit: 'ballots/s' },
    ],
  };
}

/** Seconds of processor time since each process began. */
async function cpuOf(session: CDPSession): Promise<{ all: number; page: number }> {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const sum = (all: typeof processInfo): number => all.reduce((total, { cpuTime }) => total + cpuTime, 0);
  return { all: sum(processInfo), page: sum(processInfo.filter(({ type }) => type === 'renderer')) };
}

async function mainThreadOf(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
}
