import { BenchPostgres } from './bench-postgres.ts';
import type { BareCastOrder } from './bare-cast.ts';
import { bareRows, castBodies, plainInsert, plainTable } from './cast-requests.ts';
import type { HttpOrder } from './http-load.ts';
import { startLoader, type Load } from './load.ts';
import { openedWorld } from './opened-world.ts';
import { startPostGraphile } from './postgraphile.ts';
import { progress } from './progress.ts';
import { reconcile } from './reconcile.ts';
import type { BenchReport } from './report.ts';
import { against, alternate, figures, type Contestant } from './rounds.ts';
import { buildServer, startServer, type VecheServer } from './veche-server.ts';
import { storeBallots, tokenOf, votersLeft, agendas } from './voting-world.ts';

const connections = 50;
const stored = 100_000;
const rounds = { rounds: 9, seconds: 2 };
const world = { assemblies: 20, votersEach: 9000, items: 5, staff: 1 };
/** More than anybody here can do in a second. */
const ceiling = { api: 5000, bare: 15_000 };

/** Votes through the API, into a database of its own. */
async function voting(
  postgres: BenchPostgres,
  http: { run(order: HttpOrder): Promise<Load> },
  { name, database, server }: { name: string; database: string; server: VecheServer },
): Promise<Contestant & { readonly accepted: readonly string[] }> {
  const items = await postgres.ask(database, agendas);
  const voters = await postgres.ask(database, votersLeft);
  const accepted: string[] = [];
  let next = 0;
  return {
    name,
    accepted,
    turn: async (seconds) => {
      const requests = castBodies(voters.slice(next, next + seconds * ceiling.api), items);
      await postgres.settle();
      const { port } = server;
      const order = { port, connections, seconds, requests, again: false, accepted: '"userErrors":[]' };
      const load = await http.run({ ...order, keep: String.raw`SU_[\w-]{22}` });
      next += load.accepted + load.failed;
      accepted.push(...load.kept);
      return load;
    },
  };
}

export async function benchCast(profiles?: string): Promise<BenchReport> {
  await buildServer();
  await using stack = new AsyncDisposableStack();
  const stopped = <Thing extends { stop(): Promise<void> }>(thing: Thing): Thing =>
    stack.adopt(thing, async (each) => each.stop());

  const postgres = stopped(await BenchPostgres.open());
  await openedWorld(postgres, 'world', world);
  for (const copy of ['cast_none', 'cast_full', 'cast_bare']) await postgres.create(copy, 'world');
  await postgres.create('cast_plain');
  await postgres.ask('cast_plain', async (client) => client.query(plainTable));
  progress(`Storing ${String(stored)} ballots`);
  await postgres.ask('cast_full', async (client) =>
    storeBallots(client, world, { each: stored / world.assemblies, counted: 1 }),
  );

  const http = stopped(startLoader<HttpOrder>('http-load.ts'));
  const bare = stopped(startLoader<BareCastOrder>('bare-cast.ts'));
  const empty = stopped(await startServer(postgres.addressOf('cast_none'), profiles));
  const full = stopped(await startServer(postgres.addressOf('cast_full')));
  const postgraphile = stopped(await startPostGraphile(postgres.addressOf('cast_plain').ownerUrl, 20));

  const none = await voting(postgres, http, { name: 'Veche', database: 'cast_none', server: empty });
  const many = await voting(postgres, http, { name: 'Veche, 100 000 stored', database: 'cast_full', server: full });
  const bareVoters = await postgres.ask('cast_bare', votersLeft);
  const { ownerUrl } = postgres.addressOf('cast_bare');
  const bareTurn = (name: string, as: BareCastOrder['as']): Contestant => ({
    name,
    turn: async (seconds) => {
      const rows = bareRows(bareVoters, seconds * ceiling.bare);
      await postgres.settle();
      return bare.run({ url: ownerUrl, connections, seconds, rows, as });
    },
  });
  const transaction = bareTurn('bare pg, a transaction', 'TRANSACTION');
  const statement = bareTurn('bare pg, one statement', 'STATEMENT');
  const plain: Contestant = {
    name: 'PostGraphile, one bare row',
    turn: async (seconds) => {
      await postgres.settle();
      const { port } = postgraphile;
      return http.run({
        port,
        connections,
        seconds,
        requests: plainInsert(bareVoters.slice(0, 5000)),
        again: true,
        accepted: '"rowId":"',
      });
    },
  };
  const standings = await alternate([transaction, none, plain, many, statement], rounds);

  const token = tokenOf(world.assemblies * world.votersEach + 1);
  const reconciled =
    (await reconcile(postgres, 'cast_none', { port: empty.port, token }, none.accepted, 0)) +
    (await reconcile(postgres, 'cast_full', { port: full.port, token }, many.accepted, stored));
  const ratio = (one: Contestant, other: Contestant): number => against(standings, one.name, other.name);
  return {
    name: 'cast',
    results: [
      ...figures(standings, 'ballots/s'),
      { what: 'accepted = stored = counted', value: reconciled, unit: 'ballots' },
    ],
    ratios: [
      { to: 'the same rows, bare transaction of four statements', value: ratio(none, transaction), goal: 0.4 },
      { to: 'the same rows, one bare statement', value: ratio(none, statement), goal: 0.4 },
      { to: plain.name, value: ratio(none, plain), goal: 0.6 },
      { to: 'the speed with none stored', value: ratio(many, none), goal: 0.9 },
    ],
  };
}
