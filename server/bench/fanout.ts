import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { encodeId } from '../src/kernel/global-id.ts';
import { BenchPostgres } from './bench-postgres.ts';
import { castBody } from './cast-requests.ts';
import type { Arrivals, ReadersOrder } from './fanout-readers.ts';
import type { ServerOrder } from './fanout-server.ts';
import { askApi } from './http-request.ts';
import { openedWorld } from './opened-world.ts';
import { progress } from './progress.ts';
import type { BenchReport, Measured, Ratio } from './report.ts';
import { median } from './rounds.ts';
import { buildServer, serverFlags } from './veche-server.ts';
import { agendas, tokenOf, votersLeft } from './voting-world.ts';
import { startWorker, type Worker } from './worker.ts';

const world = { assemblies: 1, votersEach: 8000, items: 5, staff: 1 };
const audiences = [1000, 4000] as const;
/** Built as the server is. */
const program = '../dist/fanout-server.js';
const processes = 2;
const rounds = 9;
const secondsEach = 2;
const ballotsASecond = 20;
const changeEveryMs = 8;

const votes = '{ display percentOfHouse }';
const query = `subscription ($assemblyId: ID!) { countChanged(assemblyId: $assemblyId) { sequence lagged assembly { id state
  turnout { ballots participating ${votes} total { display } quorum { met clauses { needed ${votes} shortfall { display } } } }
  tally { items { agendaItemId adopted for ${votes} against ${votes} abstain ${votes} } } } } }`;

interface CastAnswer {
  readonly castBallot: { readonly userErrors: readonly object[] };
}

/** Sockets of one server in two other processes. */
class Audience {
  readonly #workers: readonly Worker<ReadersOrder>[];

  constructor(workers: readonly Worker<ReadersOrder>[]) {
    this.#workers = workers;
  }

  async open(count: number, port: number, assemblyId: string | null): Promise<void> {
    const each = count / this.#workers.length;
    await Promise.all(
      this.#workers.map(async (worker, at) =>
        worker.ask({
          open: each,
          port,
          reads: assemblyId === null ? null : { query, assemblyId, firstVoter: 1 + at * each },
        }),
      ),
    );
  }

  async all<Reply>(order: ReadersOrder): Promise<Reply[]> {
    return Promise.all(this.#workers.map(async (worker) => worker.ask<Reply>(order)));
  }

  async received(): Promise<number> {
    return (await this.all<number>({ tell: 'COUNT' })).reduce((sum, count) => sum + count, 0);
  }
}

interface Contest {
  readonly count: number;
  readonly veche: readonly number[];
  readonly bare: readonly number[];
  readonly bytes: number;
}

export async function benchFanout(profiles?: string, seconds = 60): Promise<BenchReport> {
  await buildServer();
  await buildServer('bench/fanout-server.ts');
  await using stack = new AsyncDisposableStack();
  const stopped = <Thing extends { stop(): Promise<void> }>(thing: Thing): Thing =>
    stack.adopt(thing, async (each) => each.stop());
  const postgres = stopped(await BenchPostgres.open());
  await openedWorld(postgres, 'world', world);
  const [assemblyUuid = ''] = (await postgres.ask('world', agendas)).keys();
  const assemblyId = encodeId('Assembly', assemblyUuid);
  const address = postgres.addressOf('world');
  const audience = new Audience(
    Array.from({ length: processes }, () => stopped(startWorker<ReadersOrder>('fanout-readers.ts'))),
  );

  const profiling = profiles === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profiles}`];
  const contests: Contest[] = [];
  const veche = stopped(startWorker<ServerOrder>(program, [...serverFlags, ...profiling]));
  const port = await veche.ask<number>({ start: 'VECHE', address, gapMs: 0 });
  for (const count of audiences) {
    progress(`${String(count)} subscribers`);
    await audience.open(count, port, assemblyId);
    const [frame = ''] = await audience.all<string>({ tell: 'FRAME' });
    const bare = startWorker<ServerOrder>(program, serverFlags);
    try {
      const barePort = await bare.ask<number>({ start: 'BARE', frame });
      await audience.open(count, barePort, null);
      const turn = async (run: () => Promise<unknown>): Promise<number> => {
        await audience.all({ zero: true });
        const began = performance.now();
        await run();
        const received = await audience.received();
        const took = (performance.now() - began) / 1000;
        // What is still on its way is nobody's.
        await pause(500);
        return received / took;
      };
      const rates = { veche: [] as number[], bare: [] as number[] };
      for (let round = 0; round <= rounds; round += 1) {
        const ours = await turn(async () => postgres.ask('world', async (client) => change(client, assemblyUuid)));
        const theirs = await turn(async () => bare.ask({ run: secondsEach }));
        progress(
          `round ${String(round)}: Veche ${String(Math.round(ours))}/s, bare ws ${String(Math.round(theirs))}/s`,
        );
        // The first warms both up.
        if (round > 0) rates.veche.push(ours);
        if (round > 0) rates.bare.push(theirs);
      }
      contests.push({ count, ...rates, bytes: Buffer.byteLength(frame) });
    } finally {
      await audience.all({ close: true });
      await bare.stop();
    }
  }
  await veche.stop();

  const latency = await voteToScreen(postgres, audience, { address, assemblyId, seconds });
  return { name: 'fanout', results: [...contests.flatMap(figuresOf), ...latency], ratios: contests.map(ratioOf) };
}

/** As another process of Veche would: the state moves on, and every process is told; more often than it can be sent. */
async function change(client: pg.Client, assemblyUuid: string): Promise<void> {
  const until = performance.now() + secondsEach * 1000;
  while (performance.now() < until) {
    await client.query({
      name: 'change',
      text: `with changed as (update assembly set version = version + 1 where id = $1 returning id)
        select pg_notify('veche_moved', id || ':COUNT') from changed`,
      values: [assemblyUuid],
    });
    await pause(changeEveryMs);
  }
}

function figuresOf({ count, veche, bare, bytes }: Contest): Measured[] {
  const to = `to ${count.toLocaleString('en')} subscribers`;
  return [
    { what: `Veche ${to}`, value: median(veche), unit: 'messages/s' },
    { what: `bare ws ${to}`, value: median(bare), unit: 'messages/s' },
    { what: `one message ${to}`, value: bytes, unit: 'bytes' },
  ];
}

function ratioOf({ count, veche, bare }: Contest): Ratio {
  const value = median(veche.map((rate, at) => rate / (bare[at] ?? Number.NaN)));
  return { to: `of a bare ws broadcast, ${count.toLocaleString('en')} subscribers`, value, goal: 0.7 };
}

/** From the moment a voter sends the ballot to the moment the new count is at each of 4 000 subscribers. */
async function voteToScreen(
  postgres: BenchPostgres,
  audience: Audience,
  order: {
    readonly address: ReturnType<BenchPostgres['addressOf']>;
    readonly assemblyId: string;
    readonly seconds: number;
  },
): Promise<Measured[]> {
  const { address, assemblyId, seconds } = order;
  const count = audiences[1];
  const server = startWorker<ServerOrder>(program, serverFlags);
  try {
    const port = await server.ask<number>({ start: 'VECHE', address, gapMs: null });
    await audience.open(count, port, assemblyId);
    await audience.all({ zero: true });
    const voters = await postgres.ask('world', votersLeft);
    const items = await postgres.ask('world', agendas);
    progress(`${String(ballotsASecond)} ballots a second for ${String(seconds)} s`);
    const sent: number[] = [];
    const began = performance.now();
    for (const voter of voters.slice(0, seconds * ballotsASecond)) {
      const due = began + (sent.length * 1000) / ballotsASecond;
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
      sent.push(performance.timeOrigin + performance.now());
      const answer = await askApi<CastAnswer>(port, tokenOf(voter.n), castBody(voter, items));
      if (answer.castBallot.userErrors.length > 0) throw new Error(JSON.stringify(answer));
    }
    const took = (performance.now() - began) / 1000;
    await new Promise((resolve) => setTimeout(resolve, 2000));
    const arrivals = (await audience.all<Arrivals[]>({ tell: 'ARRIVALS' })).flat();
    return measure(sent, arrivals, count, took);
  } finally {
    await audience.all({ close: true });
    await server.stop();
  }
}

/** Ballots were cast one after another, so the n-th is on a screen with the first event that tells of n or more. */
function measure(sent: readonly number[], arrivals: readonly Arrivals[], count: number, took: number): Measured[] {
  const byBallots = new Map<number, number[]>();
  for (const { ballots, at } of arrivals) byBallots.set(ballots, [...(byBallots.get(ballots) ?? []), ...at]);
  const told = [...byBallots.keys()].toSorted((a, b) => a - b);
  const latencies: number[] = [];
  for (const [at, moment] of sent.entries()) {
    const event = told.find((ballots) => ballots > at);
    for (const arrival of byBallots.get(event ?? -1) ?? []) latencies.push(arrival - moment);
  }
  const sorted = Float64Array.from(latencies).toSorted();
  const quantile = (part: number): number => sorted[Math.floor((sorted.length - 1) * part)] ?? Number.NaN;
  const messages = [...byBallots.values()].reduce((sum, each) => sum + each.length, 0);
  const last = byBallots.get(sent.length)?.length ?? 0;
  return [
    { what: 'events a second while ballots came in', value: told.length / took, unit: 'events/s' },
    { what: 'messages a second while ballots came in', value: messages / took, unit: 'messages/s' },
    { what: 'subscribers that saw the last ballot', value: last, unit: `of ${String(count)}` },
    { what: 'vote to screen, p50', value: quantile(0.5), unit: 'ms' },
    { what: 'vote to screen, p99', value: quantile(0.99), unit: 'ms' },
  ];
}
