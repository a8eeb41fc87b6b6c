import { afterAll, beforeAll, expect, test } from 'vitest';
import { gid } from '../world.ts';
import { cast, enterPaper, type Errors } from './voting-api.ts';
import { ballotOf, paperOf, votingHouse, type Announced, type VotingHouse } from './voting-house.ts';

interface Told {
  readonly id: string;
  readonly kind: string;
  readonly text: string;
  readonly ballot: { readonly id: string; readonly state: string } | null;
}
interface Recount {
  readonly ballotsLeftOut: number;
  readonly differs: boolean;
  readonly changedItemIds: readonly string[];
  readonly explanation: string;
  readonly tally: { readonly participating: { readonly exact: string }; readonly quorum: { readonly met: boolean } };
}

let home: VotingHouse;
let assembly: Announced;
let spouses: readonly { person: string; token: string }[];
let joint: string;
let company: { person: string; premises: string; head: string };
let childs: { person: string; premises: string };

beforeAll(async () => {
  home = await votingHouse();
  const { world, house, owners } = home;
  joint = await world.premises(house, '4', '20', { entrance: 1 });
  const people = [await world.person('Дмитрий'), await world.person('Елена')];
  await world.owns(people, joint);
  spouses = await Promise.all(people.map(async (person) => ({ person, token: await world.token(person) })));
  childs = {
    person: await world.person('Дитя', { comesOfAgeOn: '2040-01-01' }),
    premises: await world.premises(house, '5', '10', { entrance: 1 }),
  };
  await world.owns(childs.person, childs.premises);
  await world.sql.query(
    `insert into guardianship (id, child_id, parent_id, since) values (gen_random_uuid(), $1, $2, '2020-01-01')`,
    [childs.person, owners.clara.person],
  );
  const head = await world.person('Глава');
  company = {
    person: await world.person('ООО', { kind: 'COMPANY', head }),
    premises: await world.premises(house, '6', '5', { entrance: 1 }),
    head: await world.token(head),
  };
  await world.owns(company.person, company.premises);
  assembly = await home.announced();
  home.app.clock.set(assembly.opensAt);
});
afterAll(async () => home.close());

const codes = ({ userErrors }: Errors): string[] => userErrors.map(({ code }) => code);
const told = async (token: string): Promise<readonly Told[]> => {
  const query = '{ myMessages(first: 50) { totalCount nodes { id kind text ballot { id state } } } }';
  return (await home.app.ask<{ myMessages: { nodes: Told[] } }>(token, query)).myMessages.nodes;
};
const kinds = async (token: string): Promise<string[]> => (await told(token)).map(({ kind }) => kind);
const ballotFor = async (token: string, kind = 'BALLOT_COUNTED'): Promise<string> =>
  (await told(token)).find((one) => one.kind === kind)?.ballot?.id ?? '';
const open = async (token: string, ballotId: string, statement = 'Я этого не подписывала') =>
  codes(await home.change(token, 'openDispute', { ballotId, statement }, 'ballot { id dispute { state } }'));
const uphold = async (token: string, ballotId: string, more: object = {}) =>
  codes(await home.change(token, 'upholdDispute', { ballotId, evidence: 'Акт осмотра', ...more }, 'ballot { id }'));
const reject = async (ballotId: string, reason: string) =>
  codes(await home.change(home.keeper, 'rejectDispute', { ballotId, evidence: 'Скан', reason }, 'ballot { id }'));

test('every vote counted in somebody’s name leaves a message for whom it stands for, and for nobody else', async () => {
  const { app, owners, keeper } = home;
  const { anna, boris, clara } = owners;
  const votes = assembly.agenda.map((item) => ({ agendaItemId: item.id, answer: 'FOR' }));
  const vote = async (token: string, input: object) =>
    codes(await cast(app, token, { assemblyId: assembly.id, votes, ...input }));
  expect(await vote(anna.token, ballotOf(assembly, anna, 'FOR', 'key-of-anna'))).toEqual([]);
  expect(
    codes(await enterPaper(app, keeper, paperOf(assembly, boris, 'FOR', assembly.opensAt, 'paper-of-boris'))),
  ).toEqual([]);
  const paper = paperOf(assembly, anna, 'AGAINST', assembly.opensAt, 'paper-of-anna');
  expect(codes(await enterPaper(app, keeper, paper))).toEqual([]);
  const together = { premisesIds: [gid.premises(joint)], idempotencyKey: 'key-of-dmitri' };
  expect(await vote(spouses[0]?.token ?? '', together)).toEqual([]);
  const forChild = { premisesIds: [gid.premises(childs.premises)], ownerId: gid.person(childs.person) };
  expect(await vote(clara.token, { ...forChild, idempotencyKey: 'key-of-clara' })).toEqual([]);
  const ofBody = { ...paper, ownerId: gid.person(company.person), premisesId: gid.premises(company.premises) };
  const unsigned = { ...ofBody, signed: false, idempotencyKey: 'paper-of-company' };
  expect(codes(await enterPaper(app, keeper, unsigned))).toEqual([]);

  // What stands for a body is told to its head, also when it does not count.
  expect(await kinds(company.head)).toEqual(['BALLOT_NOT_COUNTED']);
  expect((await told(company.head))[0]?.text).toContain('it is not signed');
  expect((await kinds(anna.token)).toSorted()).toEqual(['BALLOT_COUNTED', 'BALLOT_NOT_COUNTED']);
  expect(await kinds(boris.token)).toEqual(['BALLOT_COUNTED']);
  expect(await kinds(spouses[0]?.token ?? '')).toEqual(['BALLOT_COUNTED']);
  expect(await kinds(spouses[1]?.token ?? '')).toEqual(['BALLOT_COUNTED']);
  expect(await kinds(clara.token)).toEqual(['BALLOT_COUNTED']);
  expect(await kinds(keeper)).toEqual([]);
  const [ofBoris] = await told(boris.token);
  expect(ofBoris?.text).toContain('premises 2: a ballot cast on paper was counted');
  const refused = (await told(anna.token)).find(({ kind }) => kind === 'BALLOT_NOT_COUNTED');
  expect(refused?.text).toContain('the first one stands');
  const mine = '{ myBallots(first: 5) { nodes { id votes { marks } dispute { id } } } }';
  const { myBallots } = await home.app.ask<{ myBallots: { nodes: object[] } }>(spouses[1]?.token ?? '', mine);
  expect(myBallots.nodes).toMatchObject([{ votes: [{ marks: ['FOR'] }], dispute: null }]);
});

test('a message is read by whom it is for, once, and never changes', async () => {
  const { anna, boris } = home.owners;
  const ids = (await told(anna.token)).map(({ id }) => id);
  const mark = async (token: string) =>
    home.change<{ unread: number | null }>(token, 'markMessagesRead', { messageIds: ids }, 'unread');
  expect(codes(await mark(boris.token))).toEqual(['NOT_FOUND']);
  expect(await home.app.ask(anna.token, '{ myUnreadMessages }')).toEqual({ myUnreadMessages: 2 });
  expect((await mark(anna.token)).unread).toBe(0);
  expect((await mark(anna.token)).unread).toBe(0);
  expect(await home.app.ask(anna.token, '{ myMessages(first: 5, unread: true) { totalCount } }')).toEqual({
    myMessages: { totalCount: 0 },
  });
  await expect(home.world.sql.query(`update message set kind = 'BALLOT_FELL'`)).rejects.toThrow('never changes');
});

test('only the owner disputes, and only a dispute takes a ballot out', async () => {
  const { app, owners, keeper } = home;
  const { anna, boris } = owners;
  const ballotId = await ballotFor(boris.token);
  expect(await uphold(keeper, ballotId)).toEqual(['NOT_DISPUTED']);
  expect(await open(anna.token, ballotId)).toEqual(['NOT_FOUND']);
  expect(await open(keeper, ballotId)).toEqual(['NOT_ALLOWED']);
  expect(await open(boris.token, ballotId, ' ')).toEqual(['INVALID_INPUT']);
  const mayDispute = async (token: string) =>
    app.ask(token, 'query ($id: ID!) { ballot(id: $id) { mayDispute } }', { id: ballotId });
  expect(await mayDispute(boris.token)).toEqual({ ballot: { mayDispute: true } });
  expect(await mayDispute(keeper)).toEqual({ ballot: { mayDispute: false } });
  const waiting = async (token: string) =>
    app.ask(token, 'query ($id: ID!) { assembly(id: $id) { openDisputes } }', { id: assembly.id });
  expect(await waiting(keeper)).toEqual({ assembly: { openDisputes: 0 } });
  expect(await open(boris.token, ballotId)).toEqual([]);
  expect(await open(boris.token, ballotId)).toEqual(['ALREADY_DISPUTED']);
  expect(await waiting(keeper)).toEqual({ assembly: { openDisputes: 1 } });
  expect(await waiting(boris.token)).toEqual({ assembly: { openDisputes: null } });
  expect(await mayDispute(boris.token)).toEqual({ ballot: { mayDispute: false } });
  const uploaded = await fetch(`${app.url}/files`, {
    method: 'POST',
    headers: { authorization: `Bearer ${keeper}`, 'x-file-name': 'act.txt' },
    body: 'Подпись выполнена другим лицом',
  });
  const { id: fileId } = (await uploaded.json()) as { id: string };
  const download = async (token: string) =>
    (await fetch(`${app.url}/files/${fileId}`, { headers: { authorization: `Bearer ${token}` } })).status;
  expect(await download(boris.token)).toBe(404);
  expect(await uphold(keeper, ballotId, { evidenceFileIds: [fileId] })).toEqual([]);
  expect([await download(boris.token), await download(anna.token)]).toEqual([200, 404]);
  expect(await uphold(keeper, ballotId)).toEqual(['ALREADY_DECIDED']);
  expect(await waiting(keeper)).toEqual({ assembly: { openDisputes: 0 } });
  expect((await kinds(boris.token)).toSorted()).toEqual(['BALLOT_COUNTED', 'BALLOT_FELL', 'DISPUTE_OPENED']);
  expect(codes(await cast(app, boris.token, ballotOf(assembly, boris, 'AGAINST', 'key-of-boris')))).toEqual([]);
  const disputes =
    'query ($id: ID!) { disputes(assemblyId: $id, first: 5) { nodes { state evidence evidenceFiles { fileName } } } }';
  expect(await app.ask(keeper, disputes, { id: assembly.id })).toMatchObject({
    disputes: { nodes: [{ state: 'UPHELD', evidence: 'Акт осмотра', evidenceFiles: [{ fileName: 'act.txt' }] }] },
  });
  const found = async (list: string, text: string, token = keeper) =>
    app.ask<Record<string, { totalCount: number }>>(
      token,
      `query ($text: String) { ${list}text: $text) { totalCount } }`,
      { text },
    );
  const ofAssembly = `disputes(first: 5, assemblyId: "${assembly.id}", `;
  for (const text of ['борис', '2', 'БОРИС 2'])
    expect(await found(ofAssembly, text)).toEqual({ disputes: { totalCount: 1 } });
  expect(await found(ofAssembly, 'анна')).toEqual({ disputes: { totalCount: 0 } });
  const { ballot } = await app.ask<{ ballot: { receipt: string } }>(
    keeper,
    'query ($id: ID!) { ballot(id: $id) { receipt } }',
    { id: ballotId },
  );
  const byCode = async (code: string) =>
    app.ask(keeper, `query ($code: String) { ${ofAssembly}code: $code) { totalCount } }`, { code });
  expect(await byCode(ballot.receipt.toLowerCase())).toEqual({ disputes: { totalCount: 1 } });
  for (const code of ['AAAA-BBBB-CCCC-DDDD', 'борис'])
    expect(await byCode(code)).toEqual({ disputes: { totalCount: 0 } });
  const told3 = { myMessages: { totalCount: (await told(boris.token)).length } };
  expect(await found('myMessages(first: 5, ', '2', boris.token)).toEqual(told3);
  expect(await found('myMessages(first: 5, ', '77', boris.token)).toEqual({ myMessages: { totalCount: 0 } });
  expect(await found('myBallots(first: 5, ', '77', boris.token)).toEqual({ myBallots: { totalCount: 0 } });
  expect(await found('myBallots(first: 5, ', '2', boris.token)).not.toEqual({ myBallots: { totalCount: 0 } });
  const { rows } = await home.world.sql.query(
    `select command from journal where command in ('openDispute', 'upholdDispute') order by at, command`,
  );
  expect(rows).toEqual([{ command: 'openDispute' }, { command: 'upholdDispute' }]);
});

test('a rejected dispute leaves the ballot in the count, and its owner is told why', async () => {
  const [, elena] = spouses;
  const ballotId = await ballotFor(elena?.token ?? '');
  expect(await open(elena?.token ?? '', ballotId)).toEqual([]);
  expect(await reject(ballotId, ' ')).toEqual(['INVALID_INPUT']);
  expect(await reject(ballotId, 'Супруг голосует за всё помещение')).toEqual([]);
  const rejected = (await told(elena?.token ?? '')).find(({ kind }) => kind === 'DISPUTE_REJECTED');
  expect(rejected).toMatchObject({ ballot: { state: 'COUNTED' } });
  expect(rejected?.text).toContain('Супруг голосует за всё помещение');
});

test('what is left open at the end or raised after it changes no result, and is recounted beside it', async () => {
  const { app, owners, keeper } = home;
  const { anna, clara, boris } = owners;
  expect(await open(anna.token, await ballotFor(anna.token))).toEqual([]);
  app.clock.set(assembly.closesAt + 10_000);
  await app.clockwork.tick();
  expect(await uphold(keeper, await ballotFor(anna.token))).toEqual(['CLOSED']);
  const read = async () =>
    app.ask<{ assembly: { result: { tally: Recount['tally'] }; disputedRecount: Recount | null } }>(
      boris.token,
      `query ($id: ID!) { assembly(id: $id) { result { tally { participating { exact } } } disputedRecount {
         ballotsLeftOut differs changedItemIds explanation tally { participating { exact } quorum { met } } } } }`,
      { id: assembly.id },
    );
  const first = (await read()).assembly;
  expect(first.result.tally.participating.exact).toBe('120');
  expect(first.disputedRecount).toMatchObject({
    ballotsLeftOut: 1,
    differs: true,
    changedItemIds: assembly.agenda.map(({ id }) => id),
    tally: { participating: { exact: '70' }, quorum: { met: false } },
  });
  expect(first.disputedRecount?.explanation).toContain('before voting ended: 1, which carry 50.00 m²');
  expect(first.disputedRecount?.explanation).toContain('Without them there is no quorum.');
  expect(await open(clara.token, await ballotFor(clara.token))).toEqual([]);
  const after = (await read()).assembly;
  expect(after.result.tally.participating.exact).toBe('120');
  expect(after.disputedRecount).toMatchObject({ ballotsLeftOut: 2, tally: { participating: { exact: '60' } } });
});
