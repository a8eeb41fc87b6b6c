import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { eventually } from '../eventually.ts';
import { WebSocket } from 'ws';
import { deriveSecrets } from '../../src/adapters/secrets.ts';
import { freshDatabase } from '../fresh-database.ts';
import { gid, openWorld, type World } from '../world.ts';
import type { CrowdAnswer } from '../crowd-server.ts';
import { LiveSocket } from './live-socket.ts';

const each = 1000;
/** Of the server of the dead, who are found out by it; whoever reads slowly on the other has all the time of the test. */
const heartbeatMs = { dead: 5000, others: 600_000 };
const slack = 16 * 1024 * each;

/** Long, so that what a reader does not take cannot hide in the buffers of the system. */
const words = Array.from({ length: 24 }, (_, at) => `t${at}: tally { items { explanation } }`).join(' ');
const query = `subscription ($assemblyId: ID!) { countChanged(assemblyId: $assemblyId) { sequence lagged assembly { ${words} } } }`;

interface Slow {
  readonly socket: WebSocket;
  last: { sequence: number; lagged: boolean } | null;
}

describe('a crowd of sockets', () => {
  let server: ChildProcess;
  let serverOfDead: ChildProcess;
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let world: World;
  let url: string;
  let urlOfDead: string;
  let assembly: string;
  let token: string;
  const sockets: WebSocket[] = [];

  const ask = async (of = server): Promise<CrowdAnswer> => {
    of.send({});
    const [answer] = (await once(of, 'message')) as [CrowdAnswer];
    return answer;
  };
  const start = async (everyMs: number): Promise<[ChildProcess, string]> => {
    const child = fork(
      new URL('../crowd-server.ts', import.meta.url),
      [database.url, database.appUrl, String(everyMs)],
      { execArgv: ['--expose-gc', '--import', '@oxc-node/core/register'] },
    );
    const [started] = (await once(child, 'message')) as [CrowdAnswer];
    return [child, started.url];
  };
  const open = async (at: string, count: number, made: (socket: WebSocket) => void, options = {}): Promise<void> => {
    for (let from = 0; from < count; from += 100) {
      await Promise.all(
        Array.from({ length: 100 }, async () => {
          const socket = new WebSocket(`${at.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', options);
          sockets.push(socket);
          await once(socket, 'open');
          socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } }));
          await once(socket, 'message');
          made(socket);
        }),
      );
    }
  };
  /** The state moves on so many times, one after the other. */
  const change = async (times: number, reader: { sequence: () => number }): Promise<void> => {
    for (let time = 0; time < times; time += 1) {
      const before = reader.sequence();
      await world.sql.query('update assembly set version = version + 1 where id = $1', [assembly]);
      await world.sql.query(`select pg_notify('veche_moved', $1)`, [`${assembly}:COUNT`]);
      await eventually(() => expect(reader.sequence()).toBeGreaterThan(before), { timeout: 30_000, interval: 5 });
    }
  };

  beforeAll(async () => {
    database = await freshDatabase(inject('postgres').superuserUrl);
    [server, url] = await start(heartbeatMs.others);
    [serverOfDead, urlOfDead] = await start(heartbeatMs.dead);
    world = await openWorld({
      databaseUrl: database.url,
      world: { secrets: deriveSecrets('a secret of the tests, at least thirty-two bytes long') },
    });
    const house = await world.house('улица Людная');
    const owner = await world.person('Владелица');
    await world.owns(owner, await world.premises(house, '1', '50', { entrance: 1 }));
    const due = await world.dueAssembly(house, ['4.1', '4.2', '4.3']);
    assembly = due.id;
    const auditor = await world.person('Аудитор');
    await world.role(auditor, 'AUDITOR');
    token = await world.token(auditor);
    await eventually(async () => {
      const { rows } = await world.sql.query(`select 1 from assembly where state = 'VOTING'`);
      if (rows.length === 0) throw new Error('not open yet');
    });
  });
  afterAll(async () => {
    for (const socket of sockets) socket.terminate();
    for (const child of [server, serverOfDead]) {
      child.kill();
      await once(child, 'exit');
    }
    await world.close();
    await database.drop();
  });

  test('idle, dead and slow ones, a thousand of each, cost a bounded memory', { timeout: 180_000 }, async () => {
    const live = await LiveSocket.open({ url }, { token });
    const reading = live.read<{ sequence: number }>('countChanged', 'sequence', { assemblyId: gid.assembly(assembly) });
    await reading.atLeast(1);
    const reader = { sequence: () => reading.events.at(-1)?.sequence ?? 0 };
    const empty = await ask();

    const whole = live.ask(
      query
        .replace('$assemblyId: ID!', '')
        .replace('()', '')
        .replace('$assemblyId', JSON.stringify(gid.assembly(assembly))),
    );
    await eventually(() => expect(whole.answers).toHaveLength(1));
    const bytes = Buffer.byteLength(JSON.stringify(whole.answers[0]));

    const slow: Slow[] = [];
    const dead: WebSocket[] = [];
    await open(url, each, () => undefined);
    await open(url, each, (socket) => {
      const one: Slow = { socket, last: null };
      slow.push(one);
      socket.on('message', (message: Buffer) => {
        // Only the head is read: what the thousand are sent is long.
        const head = /"sequence":(\d+),"lagged":(true|false)/.exec(message.toString('latin1', 0, 200));
        if (head) one.last = { sequence: Number(head[1]), lagged: head[2] === 'true' };
      });
      socket.send(
        JSON.stringify({
          id: '1',
          type: 'subscribe',
          payload: { query, variables: { assemblyId: gid.assembly(assembly) } },
        }),
      );
      socket.pause();
    });
    const crowded = await ask();
    // The buffers of the system fill; then a slow reader is held an event, the rest of another, and no queue.
    await change(30, reader);
    const full = await ask();
    expect(full.held - crowded.held).toBeLessThan(2 * each * bytes + slack);
    // Twenty more events to a thousand readers who take none leave nothing behind.
    await change(20, reader);
    expect((await ask()).held - full.held).toBeLessThan(slack);

    for (const { socket } of slow) socket.resume();
    await eventually(() => expect(slow.filter(({ last }) => last?.sequence !== reader.sequence())).toHaveLength(0), {
      timeout: 60_000,
      interval: 50,
    });
    expect(slow.some(({ last }) => last?.lagged === true)).toBe(true);

    // The dead are found out by their silence; the others have answered. Nothing else keeps this process from answering now.
    const emptyOfDead = await ask(serverOfDead);
    await open(
      urlOfDead,
      each,
      (socket) => {
        socket.pause();
        dead.push(socket);
      },
      { autoPong: false },
    );
    await open(urlOfDead, 100, () => undefined);
    for (const socket of dead) socket.resume();
    await eventually(() => expect(dead.filter(({ readyState }) => readyState !== WebSocket.CLOSED)).toHaveLength(0), {
      timeout: 60_000,
      interval: 100,
    });
    const left = sockets.filter((socket) => !dead.includes(socket));
    expect(left.filter(({ readyState }) => readyState !== WebSocket.OPEN)).toHaveLength(0);
    for (const socket of left) socket.terminate();
    await eventually(async () => expect((await ask(serverOfDead)).held - emptyOfDead.held).toBeLessThan(slack), {
      timeout: 30_000,
    });
    await eventually(async () => expect((await ask()).held - empty.held).toBeLessThan(slack));
    live.close();
  });
});
