import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { gid } from '../world.ts';
import { announce, cast, draft, enterPaper, type Errors } from './voting-api.ts';
import { ballotOf, draftInput, paperOf, votingHouse, type Announced, type VotingHouse } from './voting-house.ts';

const [hour, day] = [3_600_000, 86_400_000];
const codes = ({ userErrors }: Errors): string[] => userErrors.map(({ code }) => code);

/** Rows of the domain's table that the format of scenarios has no words for. */
describe('an assembly', () => {
  let home: VotingHouse;

  beforeEach(async () => {
    home = await votingHouse();
  });
  afterEach(async () => home.close());

  const reading = async (assembly: Announced) => {
    const answer = await home.app.ask<{
      assembly: { state: string; result: { tally: { participating: { exact: string } } } | null };
    }>(home.keeper, `query ($id: ID!) { assembly(id: $id) { state result { tally { participating { exact } } } } }`, {
      id: assembly.id,
    });
    return answer.assembly;
  };
  const closed = async (assembly: Announced) => {
    home.app.clock.set(assembly.closesAt + 10_000);
    await home.app.clockwork.tick();
    return reading(assembly);
  };
  const transfer = (at: number) => ({
    premisesId: gid.premises(home.owners.anna.premises),
    fromPersonId: gid.person(home.owners.anna.person),
    toIds: [gid.person(home.owners.clara.person)],
    title: { kind: 'ЕГРН' },
    at: new Date(at).toISOString(),
  });

  it.each([
    ['row 32: a notice 10 × 24 h before', 10 * day, 14 * day, 7 * day, []],
    ['row 32: a millisecond less', 10 * day - 1, 14 * day, 7 * day, ['NOTICE_TOO_LATE']],
    [
      'art. 47.1 p. 3: handed over 14 × 24 h before, less a millisecond',
      10 * day,
      14 * day - 1,
      7 * day,
      ['HANDED_TO_ADMINISTRATOR_TOO_LATE'],
    ],
    ['row 33: 7 × 24 h less a millisecond', 10 * day, 14 * day, 7 * day - 1, ['DURATION_TOO_SHORT']],
    ['row 33: 60 × 24 h', 10 * day, 14 * day, 60 * day, []],
    ['row 33: a millisecond more', 10 * day, 14 * day, 60 * day + 1, ['DURATION_TOO_LONG']],
  ])(
    'is announced as the law allows, to the millisecond — %s',
    async (_row, noticeBefore, handedBefore, lasts, refused) => {
      const opensAt = home.app.clock.now() + 20 * day;
      home.app.clock.set(opensAt - 14 * day);
      const input = draftInput(home, opensAt - handedBefore, opensAt, opensAt + lasts);
      home.app.clock.set(opensAt - noticeBefore);
      const { assembly } = await draft(home.app, home.keeper, input);
      if (!assembly) throw new Error('no draft');
      expect(codes(await announce(home.app, home.keeper, assembly))).toEqual(refused);
    },
  );

  it('keeps its agenda once announced, and its rule with the code (rows 53, 55)', async () => {
    const opensAt = home.app.clock.now() + 15 * day;
    const input = draftInput(home, home.app.clock.now(), opensAt, opensAt + 10 * day);
    const { assembly: drafted } = await draft(home.app, home.keeper, input);
    const { houseId: _house, form: _form, ...fields } = input;
    const agenda = [{ code: '4', wording: 'Выбрать способ управления' }];
    const amended = await home.change<{ assembly: { version: number; agenda: { rule: string }[] } }>(
      home.keeper,
      'amendAssembly',
      { ...fields, agenda, assemblyId: drafted?.id, version: drafted?.version },
      'assembly { id version agenda { rule } }',
    );
    const { history } = await home.app.ask<{ history: { nodes: readonly { command: string; changes: string }[] } }>(
      home.keeper,
      'query ($id: ID!) { history(first: 5, objectId: $id) { nodes { command changes } } }',
      { id: drafted?.id },
    );
    expect(history.nodes.map(({ command }) => command)).toEqual(['amendAssembly', 'draftAssembly']);
    expect(JSON.parse(history.nodes[0]?.changes ?? '')).toMatchObject({
      agenda: { before: input.agenda.map(({ wording }) => wording), after: ['Выбрать способ управления'] },
    });
    const announced = await home.change<{ assembly: { version: number; agenda: { rule: string }[] } }>(
      home.keeper,
      'announceAssembly',
      { assemblyId: drafted?.id, version: amended.assembly.version },
      'assembly { version agenda { rule } }',
    );
    expect(announced.assembly.agenda).toEqual([{ rule: 'A50' }]);
    const late = { ...fields, assemblyId: drafted?.id, version: announced.assembly.version };
    expect(codes(await home.change(home.keeper, 'amendAssembly', late, 'assembly { id }'))).toEqual(['WRONG_STATE']);
  });

  it('called off before it opens counts nothing (row 50)', async () => {
    const { anna } = home.owners;
    const assembly = await home.announced();
    const off = { assemblyId: assembly.id, reason: 'Ошибка в повестке' };
    home.app.clock.set(assembly.opensAt - 1);
    expect(codes(await home.change(home.keeper, 'cancelAssembly', off, 'assembly { id }'))).toEqual([]);
    home.app.clock.set(assembly.opensAt);
    expect(codes(await cast(home.app, anna.token, ballotOf(assembly, anna, 'FOR', 'key-of-anna')))).toEqual([
      'NOT_OPEN',
    ]);
    const paper = paperOf(assembly, anna, 'FOR', assembly.opensAt, 'key-of-keeper');
    expect(codes(await enterPaper(home.app, home.keeper, paper))).toEqual(['CLOSED']);
    expect(await closed(assembly)).toEqual({ state: 'CANCELLED', result: null });
  });

  it('open already is ended by the operator alone; ballots are kept, nothing is decided (row 51)', async () => {
    const { anna, boris } = home.owners;
    const assembly = await home.announced();
    const off = { assemblyId: assembly.id, reason: 'Пожар в центре обработки' };
    home.app.clock.set(assembly.opensAt);
    expect(codes(await cast(home.app, anna.token, ballotOf(assembly, anna, 'FOR', 'key-of-anna')))).toEqual([]);
    expect(codes(await home.change(home.keeper, 'cancelAssembly', off, 'assembly { id }'))).toEqual(['WRONG_STATE']);
    expect(codes(await home.change(home.operator, 'abortVoting', off, 'assembly { id }'))).toEqual([]);
    expect(codes(await cast(home.app, boris.token, ballotOf(assembly, boris, 'FOR', 'key-of-boris')))).toEqual([
      'NOT_OPEN',
    ]);
    expect(await closed(assembly)).toEqual({ state: 'CANCELLED', result: null });
    const { rows } = await home.world.sql.query('select state from ballot');
    expect(rows).toEqual([{ state: 'COUNTED' }]);
  });

  it('takes out what a seller cast after a sale that was found later, and the buyer may vote (row 18)', async () => {
    const { anna, clara } = home.owners;
    const assembly = await home.announced();
    home.app.clock.set(assembly.opensAt + 2 * hour);
    const { submission } = await cast(home.app, anna.token, ballotOf(assembly, anna, 'FOR', 'key-of-anna'));
    home.app.clock.set(assembly.opensAt + 3 * hour);
    const sale = transfer(assembly.opensAt + hour);
    expect(codes(await home.change(home.operator, 'recordTransfer', sale, 'premises { id }'))).toEqual([]);
    const { rows } = await home.world.sql.query<{ reason: string }>('select reason from ballot where id is not null');
    expect(rows).toEqual([{ reason: 'SOLD_BEFORE' }]);
    expect(submission?.ballots.map(({ state }) => state)).toEqual(['COUNTED']);
    expect(codes(await cast(home.app, clara.token, ballotOf(assembly, anna, 'AGAINST', 'key-of-clara')))).toEqual([]);
    expect((await closed(assembly)).result?.tally.participating.exact).toBe('50');
  });

  it('keeps what a seller cast before a sale that was found later (row 16)', async () => {
    const { anna, clara } = home.owners;
    const assembly = await home.announced();
    home.app.clock.set(assembly.opensAt);
    await cast(home.app, anna.token, ballotOf(assembly, anna, 'FOR', 'key-of-anna'));
    home.app.clock.set(assembly.opensAt + 3 * hour);
    const sale = transfer(assembly.opensAt + hour);
    expect(codes(await home.change(home.operator, 'recordTransfer', sale, 'premises { id }'))).toEqual([]);
    const buyer = await cast(home.app, clara.token, ballotOf(assembly, anna, 'AGAINST', 'key-of-clara'));
    expect(codes(buyer)).toEqual(['ALREADY_VOTED']);
    expect((await closed(assembly)).result?.tally.participating.exact).toBe('50');
  });

  it('flags two papers that differ, and not two that say the same (rows 7, 8)', async () => {
    const { anna, boris } = home.owners;
    const assembly = await home.announced();
    home.app.clock.set(assembly.opensAt);
    const enter = async (owner: typeof anna, answer: string, key: string): Promise<(boolean | string | null)[]> => {
      const paper = paperOf(assembly, owner, answer, assembly.opensAt, key);
      const [ballot] = (await enterPaper(home.app, home.keeper, paper)).submission?.ballots ?? [];
      return [ballot?.reason ?? null, ballot?.conflict ?? null];
    };
    expect(await enter(anna, 'FOR', 'paper-1-anna')).toEqual([null, false]);
    expect(await enter(anna, 'FOR', 'paper-2-anna')).toEqual(['ALREADY_VOTED', false]);
    expect(await enter(anna, 'AGAINST', 'paper-3-anna')).toEqual(['ALREADY_VOTED', true]);
    await cast(home.app, boris.token, ballotOf(assembly, boris, 'ABSTAIN', 'key-of-boris'));
    expect(await enter(boris, 'AGAINST', 'paper-4-boris')).toEqual(['ALREADY_VOTED', true]);
  });

  it('keeps the vote of an account that is blocked later (row 60)', async () => {
    const { anna } = home.owners;
    const assembly = await home.announced();
    home.app.clock.set(assembly.opensAt);
    await cast(home.app, anna.token, ballotOf(assembly, anna, 'FOR', 'key-of-anna'));
    const { viewer } = await home.app.ask<{ viewer: { accountId: string } }>(anna.token, '{ viewer { accountId } }');
    const blocking = { accountId: viewer.accountId };
    expect(codes(await home.change(home.operator, 'blockAccount', blocking, 'account { id }'))).toEqual([]);
    const after = await home.app.askRaw(anna.token, '{ myBallots(first: 1) { nodes { id } } }');
    expect(after.errors?.map(({ extensions }) => extensions.code)).toEqual(['NOT_SIGNED_IN']);
    expect((await closed(assembly)).result?.tally.participating.exact).toBe('50');
  });

  it('hears a dispute about a ballot that counts, and only before its end (row 56)', async () => {
    const { anna } = home.owners;
    const assembly = await home.announced();
    home.app.clock.set(assembly.opensAt);
    const { submission } = await cast(home.app, anna.token, ballotOf(assembly, anna, 'FOR', 'key-of-anna'));
    const paper = paperOf(assembly, anna, 'FOR', assembly.opensAt, 'key-of-keeper');
    const rejected = await enterPaper(home.app, home.keeper, paper);
    const open = async (ballotId: string | undefined): Promise<string[]> =>
      codes(await home.change(anna.token, 'openDispute', { ballotId, statement: 'Не я' }, 'ballot { id }'));
    const uphold = async (ballotId: string | undefined): Promise<string[]> =>
      codes(await home.change(home.keeper, 'upholdDispute', { ballotId, evidence: 'Акт' }, 'ballot { id }'));
    expect(await open(rejected.submission?.ballots[0]?.id)).toEqual(['NOT_COUNTED']);
    expect(await open(submission?.ballots[0]?.id)).toEqual([]);
    home.app.clock.set(assembly.closesAt);
    expect(await uphold(submission?.ballots[0]?.id)).toEqual(['CLOSED']);
    expect((await closed(assembly)).result?.tally.participating.exact).toBe('50');
  });

  it('registers no power of attorney over nothing: to oneself, to a child, of no term', async () => {
    const { anna, boris } = home.owners;
    const child = await home.world.person('Ребёнок', { comesOfAgeOn: '2030-01-01' });
    const now = home.app.clock.now();
    const proxy = (holder: string, until: number) => ({
      houseId: gid.house(home.house),
      ownerId: gid.person(anna.person),
      holderId: gid.person(holder),
      documentKind: 'доверенность',
      validFrom: new Date(now).toISOString(),
      validUntil: new Date(until).toISOString(),
    });
    const register = async (holder: string, until: number): Promise<string[]> =>
      codes(await home.change(home.keeper, 'registerProxy', proxy(holder, until), 'proxy { id }'));
    expect(await register(anna.person, now + day)).toEqual(['PROXY_HOLDER_INVALID']);
    expect(await register(child, now + day)).toEqual(['PROXY_HOLDER_INVALID']);
    expect(await register(boris.person, now)).toEqual(['PROXY_TERM_INVALID']);
    expect(await register(boris.person, now + 1)).toEqual([]);
    expect(await register(boris.person, now + day)).toEqual([]);

    // Staff find it by either name; a token that may not read names cannot guess them.
    const list =
      'query ($text: String, $sort: ProxySort!) { proxies(first: 5, sort: $sort, filter: { text: $text }) { nodes { validUntil } } }';
    const found = async (text: string | null, sort = 'VALID_UNTIL') =>
      (
        await home.app.ask<{ proxies: { nodes: { validUntil: string }[] } }>(home.keeper, list, { text, sort })
      ).proxies.nodes.map(({ validUntil }) => Date.parse(validUntil));
    expect(await found('БОРИС')).toEqual([now + 1, now + day]);
    expect(await found('анна', 'VALID_UNTIL_DESCENDING')).toEqual([now + day, now + 1]);
    expect(await found('никто')).toEqual([]);
    const nameless = await home.world.token(anna.person, ['assemblies:read']);
    for (const asked of [
      { text: 'борис', sort: 'NEWEST' },
      { text: null, sort: 'OWNER' },
    ]) {
      const { errors } = await home.app.askRaw(nameless, list, asked);
      expect(errors?.[0]?.extensions.code).toBe('SCOPE_MISSING');
    }
  });
});
