import { encodeId } from '../src/kernel/global-id.ts';
import type { BareListOrder } from './bare-list.ts';
import { BenchPostgres } from './bench-postgres.ts';
import type { HttpOrder } from './http-load.ts';
import { graphqlRequest } from './http-request.ts';
import { startLoader } from './load.ts';
import { openedWorld } from './opened-world.ts';
import { startPostGraphile } from './postgraphile.ts';
import { progress } from './progress.ts';
import type { BenchReport } from './report.ts';
import { against, alternate, figures, type Contestant } from './rounds.ts';
import { buildServer, startServer } from './veche-server.ts';
import { storeBallots, tokenOf } from './voting-world.ts';

const connections = 50;
const rounds = { rounds: 9, seconds: 2 };
/** Many members of staff, because each may ask only for so much in a second. */
const world = { assemblies: 1, votersEach: 100_000, items: 5, staff: 2000 };

const ours = `query Ballots($assemblyId: ID!) {
  ballots(assemblyId: $assemblyId, first: 50, filter: { states: [COUNTED] }, sort: NEWEST) {
    nodes { id state receivedAt weight { display } owner { displayName } premises { number } }
    pageInfo { hasNextPage endCursor }
  }
}`;

const theirs = `query Ballots($assemblyId: UUID!) {
  allBallots(first: 50, condition: { assemblyId: $assemblyId, state: "COUNTED" }, orderBy: [RECEIVED_AT_DESC, ROW_ID_DESC]) {
    nodes { rowId state receivedAt entry { units } owner { familyName givenName patronymic bodyName } premises { number } }
    pageInfo { hasNextPage endCursor }
  }
}`;

/** The foreign keys that the table of ballots does not have, said to PostGraphile alone. */
const tags = {
  class: {
    ballot: {
      tags: {
        foreignKey: [
          '(owner_id) references person (id)|@fieldName owner',
          '(premises_id) references premises (id)|@fieldName premises',
          '(roll_entry_id) references roll_entry (id)|@fieldName entry',
        ],
      },
    },
  },
};

export async function benchList(profiles?: string): Promise<BenchReport> {
  await buildServer();
  await using stack = new AsyncDisposableStack();
  const stopped = <Thing extends { stop(): Promise<void> }>(thing: Thing): Thing =>
    stack.adopt(thing, async (each) => each.stop());

  const postgres = stopped(await BenchPostgres.open());
  await openedWorld(postgres, 'world', world);
  progress('Storing 100000 ballots');
  await postgres.ask('world', async (client) => storeBallots(client, world, { each: world.votersEach, counted: 0.9 }));
  const assemblyId = await postgres.ask('world', async (client) => {
    const { rows } = await client.query<{ id: string }>('select id from assembly');
    return rows[0]?.id ?? '';
  });
  const database = postgres.addressOf('world');

  const http = stopped(startLoader<HttpOrder>('http-load.ts'));
  const bare = stopped(startLoader<BareListOrder>('bare-list.ts'));
  const server = stopped(await startServer(database, profiles));
  const postgraphile = stopped(await startPostGraphile(database.ownerUrl, 20, tags));
  const reading = (name: string, port: number, requests: readonly Uint8Array[], accepted: string): Contestant => ({
    name,
    turn: async (seconds) => {
      await postgres.settle();
      return http.run({ port, connections, seconds, requests, again: true, accepted });
    },
  });
  const body = { query: ours, variables: { assemblyId: encodeId('Assembly', assemblyId) } };
  const staff = Array.from({ length: world.staff }, (_, at) =>
    graphqlRequest(body, tokenOf(world.votersEach + 1 + at)),
  );
  const veche = reading('Veche', server.port, staff, '"hasNextPage":true');
  const peer = reading(
    'PostGraphile, no rights',
    postgraphile.port,
    [graphqlRequest({ query: theirs, variables: { assemblyId } })],
    '"hasNextPage":true',
  );
  const sql: Contestant = {
    name: 'bare SQL',
    turn: async (seconds) => bare.run({ url: database.ownerUrl, connections, seconds, assemblyId }),
  };
  const standings = await alternate([veche, peer, sql], rounds);
  return {
    name: 'list',
    results: figures(standings, 'lists/s'),
    ratios: [
      { to: peer.name, value: against(standings, veche.name, peer.name), goal: 0.8 },
      // Said for comparison: it neither asks for rights nor makes JSON.
      { to: sql.name, value: against(standings, veche.name, sql.name), goal: 0 },
    ],
  };
}
