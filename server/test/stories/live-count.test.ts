import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventually } from '../eventually.ts';
import type { RunningApp } from '../../src/app.ts';
import { Fraction } from '../../src/kernel/fraction.ts';
import { decodeId } from '../../src/kernel/global-id.ts';
import { gid } from '../world.ts';
import { LiveSocket } from './live-socket.ts';
import { cast, enterPaper } from './voting-api.ts';
import { ballotOf, paperOf, votingHouse, type Announced, type VotingHouse } from './voting-house.ts';

interface CountEvent {
  readonly sequence: number;
  readonly lagged: boolean;
  readonly assembly: {
    readonly id: string;
    readonly state: string;
    readonly turnout: { readonly ballots: number } | null;
  };
}
interface FeedEvent {
  readonly sequence: number;
  readonly lagged: boolean;
  readonly entries: readonly {
    readonly id: string;
    readonly sequence: number;
    readonly ownerName: string;
    readonly state: string;
    readonly channel: string;
    readonly premisesNumber: string;
    readonly weight: { readonly exact: string };
  }[];
}
const count = 'sequence lagged assembly { id state turnout { ballots } }';
const feed = 'sequence lagged entries { id sequence ownerName state channel premisesNumber weight { exact } }';

describe('the count and the ballots of an assembly, live', () => {
  let house: VotingHouse;
  let beside: RunningApp;
  let assembly: Announced;
  const sockets: LiveSocket[] = [];
  const open = async (...args: Parameters<typeof LiveSocket.open>): Promise<LiveSocket> => {
    const socket = await LiveSocket.open(...args);
    sockets.push(socket);
    return socket;
  };

  const assemblyUuid = (): string => decodeId('Assembly', assembly.id);

  beforeAll(async () => {
    house = await votingHouse();
    beside = await house.app.beside();
    assembly = await house.announced();
    house.app.clock.set(assembly.opensAt);
    await house.app.clockwork.tick();
  });
  afterAll(async () => {
    for (const socket of sockets) socket.close();
    await beside.stop();
    await house.close();
  });

  test('begin with a snapshot, and every process tells the same number of the same state', async () => {
    const { owners, app, keeper } = house;
    const here = (await open(app, { token: owners.anna.token })).read<CountEvent>('countChanged', count, {
      assemblyId: assembly.id,
    });
    const there = (await open(beside, { token: keeper })).read<CountEvent>('countChanged', count, {
      assemblyId: assembly.id,
    });
    const [first] = await here.atLeast(1);
    expect(first).toMatchObject({ lagged: false, assembly: { state: 'VOTING', turnout: { ballots: 0 } } });
    expect((await there.atLeast(1))[0]?.sequence).toBe(first?.sequence);

    await cast(app, owners.anna.token, ballotOf(assembly, owners.anna, 'FOR', 'anna-live-1'));
    const seenHere = await here.until((event) => event.assembly.turnout?.ballots === 1);
    const seenThere = await there.until((event) => event.assembly.turnout?.ballots === 1);
    expect(seenThere.sequence).toBe(seenHere.sequence);
    expect(seenHere.sequence).toBeGreaterThan(first?.sequence ?? Infinity);
  });

  test('go on after the number that a reader knows, in another process too', async () => {
    const { owners, app, keeper } = house;
    const before = (await open(app, { token: keeper })).read<FeedEvent>('ballotFeed', feed, {
      assemblyId: assembly.id,
    });
    const [snapshot] = await before.atLeast(1);
    expect(snapshot?.entries).toMatchObject([
      { ownerName: 'Анна Тест', state: 'COUNTED', channel: 'ELECTRONIC', premisesNumber: '1', weight: { exact: '50' } },
    ]);
    const known = snapshot?.sequence ?? 0;
    const state = (await open(app, { token: keeper })).read<CountEvent>('countChanged', count, {
      assemblyId: assembly.id,
    });
    const [knownState] = await state.atLeast(1);
    await cast(app, owners.boris.token, ballotOf(assembly, owners.boris, 'FOR', 'boris-live-1'));
    await enterPaper(app, keeper, paperOf(assembly, owners.clara, 'AGAINST', app.clock.now(), 'clara-live-1'));
    const after = (await open(beside, { token: keeper })).read<FeedEvent>('ballotFeed', feed, {
      assemblyId: assembly.id,
      after: known,
    });
    await after.until((event) => event.sequence >= known + 2);
    const sequences = after.events.flatMap(({ entries }) => entries.map((entry) => entry.sequence));
    expect(sequences).toEqual([known + 1, known + 2]);
    await before.until((event) => event.sequence >= known + 2);
    expect(before.events.flatMap(({ entries }) => entries.map((entry) => entry.sequence))).toEqual([
      known,
      known + 1,
      known + 2,
    ]);
    expect(after.events.every(({ lagged }) => !lagged)).toBe(true);

    const counted = (await open(beside, { token: keeper })).read<CountEvent>('countChanged', count, {
      assemblyId: assembly.id,
      after: knownState?.sequence ?? 0,
    });
    expect((await counted.atLeast(1))[0]?.assembly.turnout?.ballots).toBe(3);
  });

  test('send nothing to whoever knows the newest, and the newest alone to whoever names a number that was never given', async () => {
    const { keeper, app } = house;
    const socket = await open(app, { token: keeper });
    const first = socket.read<CountEvent>('countChanged', count, { assemblyId: assembly.id });
    const newest = (await first.atLeast(1))[0]?.sequence ?? 0;
    const quiet = socket.read<CountEvent>('countChanged', count, { assemblyId: assembly.id, after: newest });
    const lost = socket.read<FeedEvent>('ballotFeed', feed, { assemblyId: assembly.id, after: 99_999 });
    const [event] = await lost.atLeast(1);
    expect(event).toMatchObject({ lagged: true, sequence: 3 });
    expect(event?.entries).toHaveLength(3);
    expect(quiet.events).toEqual([]);
  });

  test('show a ballot that fell again, with its new state', async () => {
    const { keeper, app } = house;
    const reading = (await open(app, { token: keeper })).read<FeedEvent>('ballotFeed', feed, {
      assemblyId: assembly.id,
    });
    const [snapshot] = await reading.atLeast(1);
    const ballotId = snapshot?.entries.find((entry) => entry.premisesNumber === '2')?.id;
    await house.change(house.owners.boris.token, 'openDispute', { ballotId, statement: 'Не я' }, 'ballot { id }');
    await house.change(keeper, 'upholdDispute', { ballotId, evidence: 'заявление' }, 'ballot { id }');
    const fell = await reading.until(({ entries }) => entries.some((entry) => entry.state === 'ANNULLED'));
    expect(fell.entries).toMatchObject([{ id: ballotId, state: 'ANNULLED', sequence: 4 }]);
  });

  test('weigh anew when an area is corrected, however often the count was read before', async () => {
    const { app, operator, owners } = house;
    const weights =
      'sequence assembly { turnout { total { exact } participating { exact } } tally { items { for { exact } } } }';
    const reading = (await open(app, { token: house.keeper })).read<{
      assembly: { turnout: { total: { exact: string }; participating: { exact: string } } };
    }>('countChanged', weights, { assemblyId: assembly.id });
    const [before] = await reading.atLeast(1);
    const correction = { premisesId: gid.premises(owners.anna.premises), area: '52.25', document: 'техплан' };
    await house.change(operator, 'correctArea', correction, 'premises { id }');
    const after = await reading.until(
      ({ assembly: { turnout } }) => turnout.total.exact !== before?.assembly.turnout.total.exact,
    );
    const [was, is] = [before, after].map((event) => event?.assembly.turnout);
    expect(
      Fraction.parse(is?.total.exact ?? '')
        .minus(Fraction.parse(was?.total.exact ?? ''))
        .toString(),
    ).toBe('9/4');
    expect(is?.participating.exact).not.toBe(was?.participating.exact);
    const changes = async (which: string): Promise<unknown> => {
      const list = `rollChanges(first: 5${which}) { totalCount nodes { kind premises { number } areaAfter } }`;
      const query = `query ($id: ID!) { assembly(id: $id) { ${list} } }`;
      return (await app.ask<{ assembly: { rollChanges: unknown } }>(operator, query, { id: assembly.id })).assembly
        .rollChanges;
    };
    const corrected = { totalCount: 1, nodes: [{ kind: 'AREA', premises: { number: '1' }, areaAfter: '52.25' }] };
    for (const which of ['', ', kinds: [AREA]', ', text: "1"']) expect(await changes(which)).toEqual(corrected);
    for (const which of [', kinds: [TRANSFER]', ', text: "2"'])
      expect(await changes(which)).toMatchObject({ totalCount: 0 });
  });

  test('come at most four times a second, whatever happens, and end with the newest', async () => {
    const { app, keeper, world } = house;
    const reading = (await open(app, { token: keeper })).read<CountEvent>('countChanged', count, {
      assemblyId: assembly.id,
    });
    await reading.atLeast(1);
    const began = performance.now();
    let newest = 0;
    while (performance.now() < began + 1000 || newest <= 20) {
      const { rows } = await world.sql.query<{ version: number }>(
        'update assembly set version = version + 1 returning version',
      );
      newest = rows[0]?.version ?? 0;
      app.world.signals.tell('COUNT', assemblyUuid());
    }
    const { rows } = await world.sql.query<{ n: number }>(
      'select (count(*) + count(annulled_at))::int + (select roll_version + version from assembly) as n from ballot',
    );
    await reading.until((event) => event.sequence === rows[0]?.n);
    // The snapshot, one at once, and one in each quarter of a second.
    const quarters = Math.ceil((performance.now() - began) / 250);
    expect(reading.events.length).toBeLessThanOrEqual(2 + quarters);
    expect(reading.events.length).toBeLessThan(newest);
  });

  test('are for whoever may see them', async () => {
    const { app, owners, world } = house;
    const stranger = await world.token(await world.person('Чужой'));
    const foreign = (await open(app, { token: stranger })).read('countChanged', count, { assemblyId: assembly.id });
    const owner = (await open(app, { token: owners.anna.token })).read('ballotFeed', feed, { assemblyId: assembly.id });
    const nobody = (await open(app)).read('countChanged', count, { assemblyId: assembly.id });
    await eventually(() => {
      expect(foreign.refusal).toBe('NOT_FOUND');
      expect(owner.refusal).toBe('NOT_ALLOWED');
      expect(nobody.refusal).toBe('NOT_SIGNED_IN');
    });
  });

  test('catch up when the listener lost its connection', async () => {
    const { app, keeper, owners, world } = house;
    const reading = (await open(beside, { token: keeper })).read<CountEvent>('countChanged', count, {
      assemblyId: assembly.id,
    });
    const [first] = await reading.atLeast(1);
    const killed = await world.sql.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'veche live' and datname = current_database()`,
    );
    expect(killed.rowCount).toBe(2);
    // In the moment without a listener this is told to nobody.
    await cast(app, owners.boris.token, ballotOf(assembly, owners.boris, 'FOR', 'boris-live-2'));
    await reading.until((event) => event.sequence > (first?.sequence ?? Infinity));
    await eventually(async () => {
      const { rows } = await world.sql.query(
        `select 1 from pg_stat_activity where application_name = 'veche live' and datname = current_database()`,
      );
      expect(rows).toHaveLength(2);
    });
  });

  test('show the closing of voting in every process', async () => {
    const { app, keeper } = house;
    const reading = (await open(beside, { token: keeper })).read<CountEvent>('countChanged', count, {
      assemblyId: assembly.id,
    });
    await reading.atLeast(1);
    app.clock.set(assembly.closesAt + 10_000);
    await app.clockwork.tick();
    expect((await reading.until((event) => event.assembly.state === 'CLOSED')).assembly.id).toBe(assembly.id);
  });

  test('know the same numbers after a restart', async () => {
    const { app, keeper } = house;
    const before = (await open(app, { token: keeper })).read<CountEvent>('countChanged', count, {
      assemblyId: assembly.id,
    });
    const [known] = await before.atLeast(1);
    const again = await app.beside();
    try {
      const after = (await open(again, { token: keeper })).read<CountEvent>('countChanged', count, {
        assemblyId: assembly.id,
      });
      expect((await after.atLeast(1))[0]).toEqual(known);
    } finally {
      await again.stop();
    }
  });
});
