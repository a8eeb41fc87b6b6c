import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { eventually } from '../eventually.ts';
import { WebSocket } from 'ws';
import { startTestApp, type TestApp } from '../harness.ts';
import { administratorOf, enrol, tokenOf, type ConsoleOf } from '../console.ts';
import { decodeId } from '../../src/kernel/global-id.ts';
import { gid, openWorld, type World } from '../world.ts';
import { LiveSocket } from './live-socket.ts';
import { cast } from './voting-api.ts';
import { ballotOf, votingHouse, type Announced, type VotingHouse } from './voting-house.ts';

const selection = 'sequence lagged';

describe('rights of whoever reads along', () => {
  let house: VotingHouse;
  let assembly: Announced;
  const sockets: LiveSocket[] = [];
  const open = async (options: Parameters<typeof LiveSocket.open>[1]): Promise<LiveSocket> => {
    const socket = await LiveSocket.open(house.app, options);
    sockets.push(socket);
    return socket;
  };

  beforeAll(async () => {
    house = await votingHouse();
    assembly = await house.announced();
    house.app.clock.set(assembly.opensAt);
    await house.app.clockwork.tick();
  });
  afterEach(() => {
    for (const socket of sockets.splice(0)) socket.close();
  });
  afterAll(async () => house.close());

  test('a role that is revoked ends the stream, and the socket stays', async () => {
    const { world } = house;
    const person = await world.person('Помощник');
    await world.role(person, 'ASSEMBLY_ADMINISTRATOR', { assembly: decodeId('Assembly', assembly.id) });
    const socket = await open({ token: await world.token(person) });
    const feed = socket.read('ballotFeed', 'sequence', { assemblyId: assembly.id });
    await feed.atLeast(1);
    await world.sql.query(
      `update role_grant set revoked_at = now() where account_id = (select id from account where person_id = $1)`,
      [person],
    );
    await eventually(() => expect(feed.isComplete).toBe(true));
    expect(feed.refusal).toBe('NOT_ALLOWED');
    expect(socket.socket.readyState).toBe(WebSocket.OPEN);
  });

  test('a role that ends by itself ends the stream at the next event', async () => {
    const { world, app, owners } = house;
    const person = await world.person('Временный');
    await world.role(person, 'AUDITOR');
    await world.sql.query(
      `update role_grant set until = $2 where account_id = (select id from account where person_id = $1)`,
      [person, new Date(app.clock.now() + 60_000)],
    );
    const feed = (await open({ token: await world.token(person) })).read('ballotFeed', 'sequence', {
      assemblyId: assembly.id,
    });
    await feed.atLeast(1);
    app.clock.set(app.clock.now() + 60_000);
    await cast(app, owners.anna.token, ballotOf(assembly, owners.anna, 'FOR', 'anna-rights-1'));
    await eventually(() => expect(feed.isComplete).toBe(true));
    expect(feed.events).toHaveLength(1);
  });

  test('a proxy that is revoked shows nothing of what comes after', async () => {
    const { world, app, owners, keeper } = house;
    const holder = await world.person('Представитель');
    const made = await house.change<{ proxy: { id: string } }>(
      keeper,
      'registerProxy',
      {
        houseId: gid.house(house.house),
        ownerId: gid.person(owners.clara.person),
        holderId: gid.person(holder),
        documentKind: 'доверенность',
        validFrom: new Date(app.clock.now()).toISOString(),
        validUntil: new Date(app.clock.now() + 86_400_000).toISOString(),
      },
      'proxy { id }',
    );
    const count = (await open({ token: await world.token(holder) })).read('countChanged', selection, {
      assemblyId: assembly.id,
    });
    await count.atLeast(1);
    await house.change(keeper, 'revokeProxy', { proxyId: made.proxy.id }, 'proxy { id }');
    await cast(app, owners.boris.token, ballotOf(assembly, owners.boris, 'FOR', 'boris-rights-1'));
    await eventually(() => expect(count.refusal).toBe('NOT_FOUND'));
    expect(count.events).toHaveLength(1);
  });

  test('a token that is revoked, or expires, closes the socket', async () => {
    const { world, app, owners } = house;
    const person = await world.person('Оператор другой');
    await world.role(person, 'AUDITOR');
    const revoked = await open({ token: await world.token(person) });
    await world.sql.query(
      `update access_token set revoked_at = now() where account_id = (select id from account where person_id = $1)`,
      [person],
    );
    expect(await revoked.closed).toBe(4401);

    const expiring = await open({ token: await world.token(person) });
    const reading = expiring.read('countChanged', selection, { assemblyId: assembly.id });
    await reading.atLeast(1);
    await world.sql.query(
      `update access_token set expires_at = $2 where revoked_at is null and account_id = (select id from account where person_id = $1)`,
      [person, new Date(app.clock.now() + 1000)],
    );
    app.clock.set(app.clock.now() + 1000);
    await cast(app, owners.clara.token, ballotOf(assembly, owners.clara, 'FOR', 'clara-rights-1'));
    expect(await expiring.closed).toBe(4401);
    expect(reading.events).toHaveLength(1);
  });
});

describe('the door of the sockets', () => {
  let app: TestApp;
  let world: World;
  let administrator: ConsoleOf;

  beforeAll(async () => {
    app = await startTestApp({
      live: { limits: { perAddress: 6, perAccount: 3, subscriptionsEach: 2, messageBytes: 4096 } },
    });
    world = await openWorld(app);
    administrator = await administratorOf(app);
  });
  afterAll(async () => {
    await world.close();
    await app.stop();
  });

  const opened: LiveSocket[] = [];
  const open = async (options: Parameters<typeof LiveSocket.open>[1]): Promise<LiveSocket> => {
    const socket = await LiveSocket.open(app, options);
    opened.push(socket);
    return socket;
  };
  afterEach(async () => {
    for (const socket of opened.splice(0)) {
      socket.close();
      await socket.closed;
    }
  });

  test('signing out closes the sockets of the session', async () => {
    const { console } = await enrol(app, administrator);
    const socket = await open({ headers: { cookie: console.cookie } });
    await console.call('signOut', null);
    expect(await socket.closed).toBe(4401);
  });

  test('a cookie is not believed from a foreign page, a token is', async () => {
    const { console } = await enrol(app, administrator);
    const foreign = await open({ headers: { cookie: console.cookie, origin: 'https://evil.example' } });
    expect(await foreign.closed).toBe(4403);
    const own = await open({ headers: { cookie: console.cookie, origin: app.url } });
    expect(own.socket.readyState).toBe(WebSocket.OPEN);
    const { secret } = await tokenOf(app, console, ['ASSEMBLIES_READ']);
    const token = await open({ token: secret, headers: { origin: 'https://city.example', cookie: console.cookie } });
    expect(token.socket.readyState).toBe(WebSocket.OPEN);
  });

  test('lets in so many sockets of one account and of one address', async () => {
    const { console } = await enrol(app, administrator);
    const own = { headers: { cookie: console.cookie } };
    for (let count = 0; count < 3; count += 1) expect((await open(own)).socket.readyState).toBe(WebSocket.OPEN);
    expect(await (await open(own)).closed).toBe(4429);
    for (let count = 0; count < 3; count += 1) await open({});
    const seventh = new WebSocket(`${app.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    const [error] = (await once(seventh, 'error')) as [Error];
    expect(error.message).toContain('429');
  });

  test('stands when whoever it refuses resets the connection', async () => {
    const { port } = new URL(app.url);
    const upgrade = ['GET /nowhere HTTP/1.1', 'Host: localhost', 'Connection: Upgrade', 'Upgrade: websocket', '', ''];
    for (let count = 0; count < 20; count += 1) {
      const socket = connect(Number(port), '127.0.0.1');
      await once(socket, 'connect');
      socket.write(upgrade.join('\r\n'));
      socket.resetAndDestroy();
    }
    expect((await fetch(`${app.url}/healthz`)).status).toBe(200);
  });

  test('carries subscriptions only, so many on one socket, none too deep, and no long message', async () => {
    const { console } = await enrol(app, administrator);
    const socket = await open({ headers: { cookie: console.cookie } });
    const house = await world.house('улица Дверная');
    const query = socket.ask('{ __typename }');
    await eventually(() => expect(query.refusal).toBe('BAD_REQUEST'));
    const fragments = Array.from({ length: 20 }, (_, at) => `fragment F${at} on Assembly { id ...F${at + 1} }`).join(
      ' ',
    );
    const deep = socket.ask(
      `subscription { countChanged(assemblyId: "x") { assembly { ...F0 } } } ${fragments} fragment F20 on Assembly { id }`,
    );
    await eventually(() => expect(deep.refusal).toBeDefined());
    expect(deep.events).toEqual([]);
    const { id } = await world.dueAssembly(house, ['4.1']);
    const staff = await open({ headers: { cookie: administrator.cookie } });
    const readings = [1, 2, 3].map(() => staff.read('countChanged', 'sequence', { assemblyId: gid.assembly(id) }));
    await eventually(() => expect(readings[2]?.refusal).toBe('RATE_LIMITED'));
    await readings[0]?.atLeast(1);
    staff.ask(`subscription { ${'a'.repeat(5000)} }`);
    expect(await staff.closed).toBe(1009);
  });
});
