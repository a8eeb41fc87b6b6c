import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../harness.ts';
import { gid, openWorld, type World } from '../world.ts';
import { announce, cast, draft, enterPaper, tallyFields, type AssemblyAnswer } from './voting-api.ts';

describe('a house votes', () => {
  let app: TestApp;
  let world: World;
  let admin: string;
  let anna: string;
  let annaToken: string;
  let borisToken: string;
  let boris: string;
  let house: string;
  let flat: string;
  let shop: string;
  let assembly: AssemblyAnswer;
  const opensAt = new Date('2026-02-20T10:00:00+03:00');
  const closesAt = new Date('2026-03-06T20:00:00+03:00');

  beforeAll(async () => {
    app = await startTestApp();
    world = await openWorld(app);
    const company = await world.organisation('УК Тест');
    house = await world.house('улица Примерная', { organisation: company });
    anna = await world.person('Анна');
    boris = await world.person('Борис');
    const keeper = await world.person('Администратор');
    await world.role(keeper, 'ASSEMBLY_ADMINISTRATOR', { organisation: company });
    admin = await world.token(keeper);
    annaToken = await world.token(anna);
    borisToken = await world.token(boris);
    flat = await world.premises(house, '1', '70.10', { entrance: 1 });
    shop = await world.premises(house, '2', '29.90', { entrance: 1, kind: 'NON_RESIDENTIAL' });
    await world.owns(anna, flat, '1/3');
    await world.owns(boris, flat, '2/3');
    await world.owns(boris, shop);
  });
  afterAll(async () => {
    await world.close();
    await app.stop();
  });

  test('is drawn up with the rules that the codes fix', async () => {
    const made = await draft(app, admin, {
      houseId: gid.house(house),
      form: 'SYSTEM',
      title: 'Ремонт крыши',
      initiatorPersonId: gid.person(anna),
      administratorPersonId: gid.person(boris),
      handedToAdministratorAt: '2026-02-01T09:00:00+03:00',
      opensAt: opensAt.toISOString(),
      closesAt: closesAt.toISOString(),
      agenda: [
        { code: '4.1', wording: 'Утвердить текущий ремонт кровли' },
        { code: '4', wording: 'Выбрать способ управления домом' },
      ],
    });
    expect(made.userErrors).toEqual([]);
    expect(made.assembly?.state).toBe('DRAFT');
    if (!made.assembly) throw new Error('no assembly');
    assembly = made.assembly;
  });

  test('is hidden from owners while it is a draft', async () => {
    const seen = await app.ask<{ assembly: unknown }>(annaToken, 'query ($id: ID!) { assembly(id: $id) { id } }', {
      id: assembly.id,
    });
    expect(seen.assembly).toBeNull();
  });

  test('is announced in time, and then its version is stale', async () => {
    const announced = await announce(app, admin, assembly);
    expect(announced.userErrors).toEqual([]);
    expect(announced.assembly).toMatchObject({ state: 'ANNOUNCED', legalMode: 'PAPER_BACKED' });
    expect(announced.assembly?.agenda.map((item) => item.rule)).toEqual(['S', 'A50']);
    expect((await announce(app, admin, assembly)).userErrors[0]?.code).toBe('WRONG_STATE');
  });

  const votes = (...answers: (string | null)[]) =>
    assembly.agenda.map((item, at) => ({ agendaItemId: item.id, answer: answers[at] ?? null }));

  test('refuses a vote one millisecond early and takes it at the second itself', async () => {
    app.clock.set(opensAt.getTime() - 1);
    const input = {
      assemblyId: assembly.id,
      premisesIds: [gid.premises(flat)],
      votes: votes('FOR', 'FOR'),
      idempotencyKey: 'early-vote-1',
    };
    expect((await cast(app, annaToken, input)).userErrors[0]?.code).toBe('NOT_OPEN');
    app.clock.set(opensAt.getTime());
    const accepted = await cast(app, annaToken, input);
    expect(accepted.userErrors).toEqual([]);
    expect(accepted.submission?.ballots).toMatchObject([
      { state: 'COUNTED', weight: { exact: '701/30', display: '23.37' } },
    ]);
    expect(accepted.submission?.receipt).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/);
    const again = await cast(app, annaToken, input);
    expect(again.submission?.receipt).toBe(accepted.submission?.receipt);
    const other = await cast(app, annaToken, { ...input, votes: votes('AGAINST', 'FOR') });
    expect(other.userErrors[0]?.code).toBe('KEY_REUSED');
  });

  test('counts square metres once, whoever is quicker', async () => {
    const premisesIds = [gid.premises(flat), gid.premises(shop)];
    const racing = await Promise.all(
      Array.from({ length: 12 }, async (_, at) =>
        cast(app, borisToken, {
          assemblyId: assembly.id,
          premisesIds,
          votes: votes('AGAINST', 'FOR'),
          idempotencyKey: `boris-race-${at}`,
        }),
      ),
    );
    expect(racing.filter((one) => one.submission)).toHaveLength(1);
    expect(racing.filter((one) => one.userErrors[0]?.code === 'ALREADY_VOTED')).toHaveLength(11);
    const late = await enterPaper(app, admin, {
      assemblyId: assembly.id,
      ownerId: gid.person(anna),
      premisesId: gid.premises(flat),
      idempotencyKey: 'paper-of-anna',
      handedOverAt: opensAt.toISOString(),
      votes: [{ agendaItemId: assembly.agenda[0]?.id, marks: ['AGAINST'] }],
    });
    expect(late.submission?.ballots).toMatchObject([{ state: 'REJECTED', reason: 'ALREADY_VOTED', conflict: true }]);
  });

  test('shows owners the turnout and staff the count', async () => {
    const query = `query ($id: ID!) { assembly(id: $id) { resultsView turnout { participating { exact } quorum { met } } tally { ballots } } }`;
    const seen = await app.ask<{ assembly: object }>(annaToken, query, { id: assembly.id });
    expect(seen.assembly).toMatchObject({
      resultsView: 'TURNOUT',
      turnout: { participating: { exact: '100' } },
      tally: null,
    });
    const staff = await app.ask<{ assembly: object }>(admin, query, { id: assembly.id });
    expect(staff.assembly).toMatchObject({ resultsView: 'FULL', tally: { ballots: 3 } });
  });

  test('closes after its grace and explains itself', async () => {
    app.clock.set(closesAt.getTime() + 9_999);
    await app.clockwork.tick();
    const query = `query ($id: ID!) { assembly(id: $id) { state result { ballotsSha256 tally { ${tallyFields} } } } }`;
    expect((await app.ask<{ assembly: { state: string } }>(annaToken, query, { id: assembly.id })).assembly.state).toBe(
      'VOTING',
    );
    app.clock.set(closesAt.getTime() + 10_000);
    await app.clockwork.tick();
    const { assembly: closed } = await app.ask<{ assembly: Record<string, never> }>(annaToken, query, {
      id: assembly.id,
    });
    expect(closed).toMatchObject({
      state: 'CLOSED',
      result: {
        tally: {
          total: { exact: '100' },
          participating: { exact: '100' },
          items: [
            { rule: 'S', adopted: false, for: { exact: '701/30' }, against: { exact: '2299/30' } },
            { rule: 'A50', adopted: true, for: { exact: '100' } },
          ],
        },
      },
    });
  });

  test('keeps the journal and the result as they are, whoever asks', async () => {
    for (const statement of [
      'update journal set command = $$x$$',
      'delete from result',
      'truncate ballot',
      `update ballot set sheet = '22'`,
    ]) {
      await expect(world.sql.query(statement)).rejects.toThrow(/append-only|never/);
    }
    const { rows } = await world.sql.query(`select command, count(*)::int as n from journal group by 1 order by 1`);
    expect(rows).toContainEqual({ command: 'castBallot', n: 2 });
    expect(rows).toContainEqual({ command: 'openVoting', n: 1 });
    expect(rows).toContainEqual({ command: 'closeVoting', n: 1 });
  });

  test('lets each see their own ballots, and nobody those of others', async () => {
    const query = `{ myBallots(first: 10) { totalCount nodes { owner { displayName } state votes { marks } receipt } } }`;
    const mine = await app.ask<{ myBallots: { totalCount: number; nodes: { receipt: string }[] } }>(annaToken, query);
    expect(mine.myBallots.totalCount).toBe(2);
    interface Found {
      readonly ballotsByCode: readonly { id: string; owner: { displayName: string } | null }[];
    }
    const found = async (token: string, code: string) =>
      (
        await app.ask<Found>(
          token,
          'query ($code: String!) { ballotsByCode(code: $code) { id owner { displayName } } }',
          { code },
        )
      ).ballotsByCode;
    const receipts = new Set(mine.myBallots.nodes.map(({ receipt }) => receipt));
    expect(receipts.size).toBe(2);
    for (const receipt of receipts) {
      const [own, ...more] = await found(annaToken, receipt.toLowerCase().replaceAll('-', ' '));
      expect(more).toEqual([]);
      expect(await found(admin, receipt)).toEqual([own]);
      expect(await found(borisToken, receipt)).toEqual([]);
      const { ballots } = await app.ask<{ ballots: { totalCount: number; nodes: { id: string }[] } }>(
        admin,
        'query ($id: ID!, $code: String) { ballots(assemblyId: $id, first: 5, filter: { code: $code }) { totalCount nodes { id } } }',
        { id: assembly.id, code: receipt },
      );
      expect(ballots).toEqual({ totalCount: 1, nodes: [{ id: own?.id }] });
    }
    expect(await found(admin, 'ZZZZ-ZZZZ-ZZZZ-ZZZZ')).toEqual([]);
    const list = await app.askRaw(annaToken, 'query ($id: ID!) { ballots(assemblyId: $id, first: 5) { totalCount } }', {
      id: assembly.id,
    });
    expect(list.errors?.[0]?.extensions.code).toBe('NOT_ALLOWED');
  });

  test('lists ballots by weight and by door, a page after the other, and the assemblies of one house', async () => {
    interface Page {
      readonly nodes: readonly { premises: { number: string }; weight: { display: string } | null }[];
      readonly pageInfo: { readonly endCursor: string };
    }
    const read = async (sort: string, after: string | null = null, first = 2): Promise<Page> =>
      (
        await app.ask<{ ballots: Page }>(
          admin,
          `query ($id: ID!, $sort: BallotSort!, $first: Int!, $after: String) {
             ballots(assemblyId: $id, first: $first, after: $after, sort: $sort) {
               nodes { premises { number } weight { display } } pageInfo { endCursor } } }`,
          { id: assembly.id, sort, after, first },
        )
      ).ballots;
    const half = await read('WEIGHT');
    const rest = await read('WEIGHT', half.pageInfo.endCursor);
    const weights = [...half.nodes, ...rest.nodes].map(({ weight }) => weight?.display);
    expect(weights).toEqual(['46.73', '29.90', '23.37', '23.37']);
    const rising = await read('WEIGHT_ASCENDING', null, 10);
    expect(rising.nodes.map(({ weight }) => weight?.display)).toEqual(weights.toReversed());
    const doors = async (sort: string) => (await read(sort, null, 10)).nodes.map(({ premises }) => premises.number);
    expect(await doors('PREMISES')).toEqual(['1', '1', '1', '2']);
    expect(await doors('PREMISES_DESCENDING')).toEqual(['2', '1', '1', '1']);

    const other = await world.house('улица Другая');
    const assembliesOf = async (id: string) =>
      app.ask<{ assemblies: { nodes: { id: string }[] } }>(
        admin,
        'query ($id: ID!) { assemblies(first: 5, sort: ADDRESS, filter: { houseId: $id }) { nodes { id } } }',
        { id: gid.house(id) },
      );
    expect((await assembliesOf(house)).assemblies.nodes).toEqual([{ id: assembly.id }]);
    expect((await assembliesOf(other)).assemblies.nodes).toEqual([]);
  });
});
