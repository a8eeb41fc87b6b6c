import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { demoStage } from '../scripts/rehearse/demo-stage.ts';
import { play } from '../scripts/rehearse/play.ts';
import type { Stage } from '../scripts/rehearse/stage.ts';
import { deriveSecrets } from '../src/adapters/secrets.ts';
import { demoSignIns } from '../src/demo/demo-sign-ins.ts';
import { freshContext, openChromium, signInByKeyboard } from '../test/browser/chromium.ts';
import { boardLoad } from './board.ts';
import { startDemo } from './demo-server.ts';
import { progress } from './progress.ts';
import type { BenchReport } from './report.ts';
import { median } from './rounds.ts';
import { benchSecret, buildServer } from './veche-server.ts';

/** Of a core, by all of the browser. */
const boardLimit = 0.5;
/** KB of a first page, gzip. */
const scriptLimit = 250;
const turns = 5;

/** Reported of Directus 12 by whoever chose our stack, for a list page on a machine like this; not measured by this bench. */
const published = { script: 2155, firstRow: 2.3 };

interface Load {
  /** KB as they came over the wire: compressed. */
  readonly script: number;
  readonly style: number;
  readonly seconds: number;
}

/** The console in a real Chromium on the demo: what a cold browser loads, and how soon there is something to read. */
export async function benchConsole(): Promise<BenchReport> {
  const home = mkdtempSync(join(tmpdir(), 'veche-bench-console-'));
  progress('npm start with the demo, in a folder of its own');
  const demo = await startDemo(home);
  const browser = await openChromium();
  try {
    const secrets = deriveSecrets(benchSecret);
    const stage = await demoStage(demo.url, secrets, null);
    const [administrator] = demoSignIns({ secrets });
    if (!administrator) throw new Error('the demo has no sign-in');
    const front = await loads(async () => freshContext(browser, demo.url), '/', 'input[name=login]');
    const signedIn = await signIn(browser, demo.url, administrator);
    const known = async (): Promise<BrowserContext> =>
      browser.newContext({ baseURL: demo.url, viewport: { width: 1280, height: 860 }, storageState: signedIn });
    const list = await loads(known, '/assemblies', 'tbody th a');
    const board = await loads(known, `/assemblies/${stage.assemblyId}`, '.turnout-figure', true);
    const moved = await ballotsToScreen(await known(), stage);
    await buildServer();
    const crowded = await boardLoad(browser);
    return {
      name: 'console',
      results: [
        ...figures('signing in', 'the form', front),
        ...figures('the list of assemblies', 'the first row', list),
        ...figures('the board of an assembly that votes', 'a live board', board),
        {
          what: `a ballot cast by another process, until the board shows it, median of ${String(turns)}`,
          ...inSeconds(moved),
        },
        ...crowded.results,
        {
          what: 'Directus 12: script of a list page (published figure, not measured here)',
          value: published.script,
          unit: 'KB',
        },
        {
          what: 'Directus 12: first row of a list (published figure, not measured here)',
          value: published.firstRow,
          unit: 's',
        },
      ],
      ratios: [
        { to: 'KB of script of the sign-in page', value: one(front).script, goal: scriptLimit, atMost: true },
        { to: 'KB of script of the first list', value: one(list).script, goal: scriptLimit, atMost: true },
        {
          to: 'of a core: the board of 3 000 owners, 20 ballots a second',
          value: crowded.share,
          goal: boardLimit,
          atMost: true,
        },
      ],
    };
  } finally {
    await browser.close();
    await demo.stop();
    rmSync(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}

function one(all: readonly Load[]): Load {
  const [first] = all;
  if (!first) throw new Error('nothing was loaded');
  return first;
}

function inSeconds(values: readonly number[]): { value: number; unit: string } {
  return { value: median(values), unit: 's' };
}

function figures(page: string, goal: string, all: readonly Load[]): BenchReport['results'] {
  return [
    { what: `${page}: script, gzip`, value: one(all).script, unit: 'KB' },
    { what: `${page}: style, gzip`, value: one(all).style, unit: 'KB' },
    { what: `${page}: until ${goal}, median of ${String(turns)}`, ...inSeconds(all.map(({ seconds }) => seconds)) },
  ];
}

async function signIn(browser: Browser, url: string, as: { login: string; password: string }): Promise<StorageState> {
  const context = await freshContext(browser, url);
  const page = await context.newPage();
  await page.goto('/');
  await signInByKeyboard(page, as);
  await page.locator('#content h1').waitFor();
  const state = await context.storageState();
  await context.close();
  return state;
}
type StorageState = Awaited<ReturnType<BrowserContext['storageState']>>;

/** Several times with nothing in the cache. A live page is there when its socket has brought something, too. */
async function loads(
  open: () => Promise<BrowserContext>,
  path: string,
  selector: string,
  isLive = false,
): Promise<Load[]> {
  const all: Load[] = [];
  for (let turn = 1; turn <= turns; turn += 1) {
    const context = await open();
    const page = await context.newPage();
    const sizes = watchSizes(page);
    const live = isLive ? heardFrom(page) : Promise.resolve();
    const began = performance.now();
    await page.goto(path, { waitUntil: 'commit' });
    await Promise.all([page.locator(selector).first().waitFor(), live]);
    const seconds = (performance.now() - began) / 1000;
    await page.waitForLoadState('networkidle');
    all.push({ ...(await sizes()), seconds });
    await context.close();
  }
  const said = all.map(({ seconds }) => `${seconds.toFixed(2)} s`).join(', ');
  progress(`${path}: ${said}`);
  return all;
}

/** Adds up what scripts and styles took on the wire, everything that the page fetched by the time it fell silent. */
function watchSizes(page: Page): () => Promise<{ script: number; style: number }> {
  const sums: Promise<{ kind: string; bytes: number }>[] = [];
  page.on('requestfinished', (request) => {
    const kind = request.resourceType();
    if (kind !== 'script' && kind !== 'stylesheet') return;
    sums.push(request.sizes().then(({ responseBodySize }) => ({ kind, bytes: responseBodySize })));
  });
  return async () => {
    const all = await Promise.all(sums);
    const of = (kind: string): number =>
      all.filter((each) => each.kind === kind).reduce((sum, { bytes }) => sum + bytes, 0) / 1000;
    return { script: of('script'), style: of('stylesheet') };
  };
}

/** The first payload of a subscription. */
async function heardFrom(page: Page): Promise<void> {
  return new Promise((resolve) => {
    page.on('websocket', (socket) => {
      socket.on('framereceived', ({ payload }) => {
        if (payload.toString().includes('"next"')) resolve();
      });
    });
  });
}

/** From the answer to castBallot, made by this process, to another figure on the board. */
async function ballotsToScreen(context: BrowserContext, stage: Stage): Promise<number[]> {
  const page = await context.newPage();
  await page.goto(`/assemblies/${stage.assemblyId}`);
  const figure = page.locator('.turnout-figure').first();
  await figure.waitFor();
  await page.waitForLoadState('networkidle');
  const seconds: number[] = [];
  for (const voter of stage.voters) {
    if (seconds.length === turns) break;
    const before = await figure.innerText();
    const pace = { rate: 1000, chat: 0, seconds: 20 };
    const played = await play({ ...stage, voters: [voter] }, pace, { ended: () => false, progress: () => undefined });
    if (played.ballots === 0) continue;
    const began = performance.now();
    await page.locator('.turnout-figure').filter({ hasNotText: before }).first().waitFor();
    seconds.push((performance.now() - began) / 1000);
  }
  await context.close();
  return seconds;
}
