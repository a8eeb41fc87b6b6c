import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeId, encodeId } from '../../src/kernel/global-id.ts';
import { gid } from '../world.ts';
import { LiveSocket } from './live-socket.ts';
import { announce, cast, draft, enterPaper, type AssemblyAnswer, type Errors } from './voting-api.ts';
import {
  ballotOf,
  draftInput,
  paperOf,
  votingHouse,
  type Announced,
  type Owner,
  type VotingHouse,
} from './voting-house.ts';

const day = 86_400_000;
const defectFields =
  'kind state explanation remedy until mayRepair mayConfirm way repairedAt note signedOn evidenceFiles { fileName }';
const robustFields = `ballotsLeftOut differs changedItemIds explanation atStake { exact }
  turnout { participating { exact percentOfHouse } quorum { met } } tally { items { adopted for { exact } } }`;

interface Defect {
  readonly kind: string;
  readonly state: string;
  readonly explanation: string;
  readonly remedy: string;
  readonly until: string | null;
  readonly mayRepair: boolean;
  readonly mayConfirm: boolean;
  readonly way: string | null;
  readonly repairedAt: string | null;
  readonly evidenceFiles: readonly { readonly fileName: string }[];
}
interface Robust {
  readonly ballotsLeftOut: number;
  readonly differs: boolean;
  readonly changedItemIds: readonly string[];
  readonly explanation: string;
  readonly atStake: { readonly exact: string };
  readonly turnout: {
    readonly participating: { readonly exact: string; readonly percentOfHouse: string };
    readonly quorum: { readonly met: boolean };
  };
  readonly tally: {
    readonly items: readonly { readonly adopted: boolean; readonly for: { readonly exact: string } }[];
  } | null;
}
interface Listed {
  readonly totalCount: number;
  readonly nodes: readonly {
    readonly id: string;
    readonly owner: { readonly displayName: string } | null;
    readonly defects: readonly Defect[] | null;
  }[];
}

let home: VotingHouse;
const codes = ({ userErrors }: Errors): string[] => userErrors.map(({ code }) => code);

const robustOf = async (token: string, assembly: AssemblyAnswer) =>
  (
    await home.app.ask<{ assembly: { tally: { quorum: { met: boolean } } | null; robustCount: Robust | null } }>(
      token,
      `query ($id: ID!) { assembly(id: $id) { tally { quorum { met } } robustCount { ${robustFields} } } }`,
      { id: assembly.id },
    )
  ).assembly;
/** What every kind of defect said while it was open: what repairs it, and until when. */
const remedies = new Map<string, { remedy: string; until: string | null }>();
/** The kinds that the first assembly has, and when its voting ends. */
const inFirst = new Set(['HAND_OVER_TYPED', 'FOUR_EYES_OFF']);
let firstEnd = '';
const listed = async (token: string, assembly: AssemblyAnswer, more = ''): Promise<Listed> => {
  const { defectiveBallots } = await home.app.ask<{ defectiveBallots: Listed }>(
    token,
    `query ($id: ID!) { defectiveBallots(assemblyId: $id, first: 20 ${more}) {
       totalCount nodes { id owner { displayName } defects { ${defectFields} } } } }`,
    { id: assembly.id },
  );
  for (const { kind, state, explanation, remedy, until } of defectiveBallots.nodes.flatMap(
    ({ defects }) => defects ?? [],
  ))
    if (state === 'OPEN' && explanation !== '' && !remedies.has(kind)) remedies.set(kind, { remedy, until });
  return defectiveBallots;
};
const uploaded = async (token: string): Promise<string> => {
  const response = await fetch(`${home.app.url}/files`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'x-file-name': 'letter.txt' },
    body: 'С числами реестра согласна',
  });
  return ((await response.json()) as { id: string }).id;
};
const download = async (token: string, fileId: string): Promise<number> =>
  (await fetch(`${home.app.url}/files/${fileId}`, { headers: { authorization: `Bearer ${token}` } })).status;
const repair = async (token: string, ballotId: string, kind: string, more: object = {}) =>
  codes(
    await home.change(token, 'repairDefect', { ballotId, kind, note: 'Сверено с бланком', ...more }, 'ballot { id }'),
  );
const confirm = async (token: string, ballotId: string) =>
  codes(await home.change(token, 'confirmBallot', { ballotId }, 'ballot { id }'));

/** What a board that is open is told of the robust count; the state it began with is there already. */
async function watched({ id }: AssemblyAnswer) {
  const live = await LiveSocket.open(home.app, { token: home.keeper });
  const selection = 'sequence assembly { robustCount { ballotsLeftOut turnout { participating { exact } } } }';
  const reading = live.read<{ assembly: { robustCount: Robust } }>('countChanged', selection, { assemblyId: id });
  await reading.atLeast(1);
  return {
    until: async (holds: (robust: Robust) => boolean): Promise<void> => {
      await reading.until(({ assembly }) => holds(assembly.robustCount));
      live.close();
    },
  };
}

beforeAll(async () => {
  home = await votingHouse();
});
afterAll(async () => home.close());

describe('a quorum that hangs on doubtful paper', () => {
  let assembly: Announced;
  let annas = '';

  beforeAll(async () => {
    assembly = await home.announced();
    firstEnd = new Date(assembly.closesAt).toISOString();
    home.app.clock.set(assembly.opensAt + 3_600_000);
    const { anna, clara } = home.owners;
    await cast(home.app, clara.token, ballotOf(assembly, clara, 'FOR', 'clara-votes'));
    // One person alone, at a time they typed.
    const paper = paperOf(assembly, anna, 'FOR', home.app.clock.now() - 60_000, 'anna-paper');
    annas = (await enterPaper(home.app, home.keeper, paper)).submission?.ballots[0]?.id ?? '';
  });

  it('holds, but not without what has an open defect', async () => {
    const { tally, robustCount } = await robustOf(home.keeper, assembly);
    // 80 of 120 m² took part; 50 of them stand on a sheet that may fall.
    expect(tally?.quorum.met).toBe(true);
    expect(robustCount).toMatchObject({
      ballotsLeftOut: 1,
      differs: true,
      changedItemIds: [assembly.agenda[0]?.id],
      atStake: { exact: '50' },
      turnout: { participating: { exact: '30', percentOfHouse: '25.00' }, quorum: { met: false } },
      tally: { items: [{ adopted: false, for: { exact: '30' } }] },
    });
    expect(robustCount?.explanation).toBe(
      'If every ballot with an open defect falls (1 of them, 50.00 m²), there is no quorum. Items that would not be adopted: 1.',
    );
  });

  it('shows owners the turnout alone where the assembly shows no more, and the list to its staff alone', async () => {
    const { anna, boris } = home.owners;
    const { tally, robustCount } = await robustOf(boris.token, assembly);
    expect(tally).toBeNull();
    expect(robustCount).toMatchObject({ tally: null, changedItemIds: [], turnout: { participating: { exact: '30' } } });
    expect(robustCount?.explanation).not.toContain('Items');
    await expect(listed(boris.token, assembly)).rejects.toThrow('NOT_ALLOWED');
    const stranger = await home.world.token(await home.world.person('Чужая'));
    await expect(
      home.app.ask(stranger, 'query ($id: ID!) { ballot(id: $id) { defects { kind } } }', { id: annas }),
    ).resolves.toEqual({ ballot: null });
    const own = await home.app.ask<{ ballot: { defects: Defect[] } }>(
      anna.token,
      `query ($id: ID!) { ballot(id: $id) { defects { ${defectFields} } } }`,
      { id: annas },
    );
    expect(own.ballot.defects.map(({ kind, mayRepair, mayConfirm }) => [kind, mayRepair, mayConfirm])).toEqual([
      ['HAND_OVER_TYPED', false, true],
      ['FOUR_EYES_OFF', false, true],
    ]);
  });

  it('is repaired by somebody else than who entered it, each defect by itself, and those who watch are told', async () => {
    const { keeper, operator } = home;
    const live = await watched(assembly);
    expect((await listed(keeper, assembly, 'states: [OPEN]')).totalCount).toBe(1);
    expect(await repair(keeper, annas, 'FOUR_EYES_OFF')).toEqual(['ENTERED_BY_YOU']);
    expect(await repair(operator, annas, 'NO_DATE', { signedOn: '2027-01-01' })).toEqual(['NO_SUCH_DEFECT']);
    expect(await repair(operator, annas, 'FOUR_EYES_OFF', { note: ' ' })).toEqual(['INVALID_INPUT']);
    expect(await repair(operator, annas, 'FOUR_EYES_OFF')).toEqual([]);
    expect(await repair(operator, annas, 'FOUR_EYES_OFF')).toEqual(['DEFECT_REPAIRED']);
    // The other defect is open still.
    expect((await robustOf(keeper, assembly)).robustCount?.ballotsLeftOut).toBe(1);
    await expect(confirm(home.owners.boris.token, annas)).resolves.toEqual(['NOT_FOUND']);
    expect(await confirm(home.owners.anna.token, annas)).toEqual([]);
    await live.until(({ turnout }) => turnout.participating.exact === '80');
    expect((await robustOf(keeper, assembly)).robustCount).toMatchObject({
      ballotsLeftOut: 0,
      differs: false,
      turnout: { participating: { exact: '80' }, quorum: { met: true } },
      explanation: 'No ballot has an open defect: the count rests on all of them.',
    });
    const [ballot] = (await listed(operator, assembly)).nodes;
    expect(ballot?.defects).toMatchObject([
      { kind: 'HAND_OVER_TYPED', state: 'REPAIRED', way: 'OWNERS_WORD', mayRepair: false },
      { kind: 'FOUR_EYES_OFF', state: 'REPAIRED', way: 'SECOND_PERSON', note: 'Сверено с бланком' },
    ]);
    expect((await listed(operator, assembly, 'states: [OPEN]')).totalCount).toBe(0);
    await expect(home.world.sql.query('delete from defect_repair')).rejects.toThrow('');
  });

  it('is repaired no more after the end, when the figure stays beside the result', async () => {
    const { app, keeper, operator, owners } = home;
    const late = paperOf(assembly, owners.boris, 'AGAINST', app.clock.now() - 60_000, 'boris-paper');
    const boris = (await enterPaper(app, keeper, late)).submission?.ballots[0]?.id ?? '';
    app.clock.set(assembly.closesAt + 10_000);
    await app.clockwork.tick();
    expect(await repair(operator, boris, 'FOUR_EYES_OFF')).toEqual(['CLOSED']);
    expect(await confirm(owners.boris.token, boris)).toEqual(['CLOSED']);
    const open = await listed(operator, assembly, 'states: [OPEN]');
    expect(open.nodes[0]?.defects?.map(({ until, mayRepair }) => [until, mayRepair])).toEqual([
      [null, false],
      [null, false],
    ]);
    expect((await robustOf(owners.clara.token, assembly)).robustCount).toMatchObject({
      ballotsLeftOut: 1,
      differs: false,
      turnout: { participating: { exact: '80' } },
      tally: { items: [{ adopted: true, for: { exact: '80' } }] },
    });
  });
});

describe('what is wanting on sheets that two people entered', () => {
  let assembly: AssemblyAnswer & { opensAt: number; closesAt: number };
  let [first, second] = ['', ''];
  let serial = 0;
  const ballotIds = new Map<string, string>();

  const key = (): string => `defects-${String((serial += 1))}`;
  const onPaper = async (
    owner: Owner,
    more: {
      number?: string;
      marks?: string[][];
      on?: string | null;
      by?: string;
      signed?: boolean;
      premises?: string;
      typed?: number;
    } = {},
  ): Promise<string> => {
    const { number = null, marks = [['FOR'], ['FOR']], on = null, by, signed = true } = more;
    const sheet = await home.change<{ sheet: { id: string } }>(
      first,
      'takeInSheet',
      {
        assemblyId: assembly.id,
        number,
        ...(more.typed === undefined ? {} : { handedOverAt: new Date(more.typed).toISOString() }),
        idempotencyKey: key(),
      },
      'sheet { id }',
    );
    const input = {
      sheetId: sheet.sheet.id,
      ...(number === null
        ? { ownerId: gid.person(owner.person), premisesIds: [gid.premises(more.premises ?? owner.premises)] }
        : {}),
      ...(by === undefined ? {} : { actedById: gid.person(by) }),
      signed,
      signedOn: on,
      votes: assembly.agenda.map(({ id }, at) => ({ agendaItemId: id, marks: marks[at] })),
    };
    await home.change(first, 'enterSheet', { ...input, idempotencyKey: key() }, 'sheet { id }');
    const confirmed = await home.change<{ sheet: { ballots: { id: string }[] } }>(
      second,
      'confirmSheet',
      { ...input, idempotencyKey: key() },
      'sheet { ballots { id } }',
    );
    return confirmed.sheet.ballots[0]?.id ?? '';
  };
  const dateOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
  const kindsOf = async (more = ''): Promise<Record<string, string[]>> =>
    Object.fromEntries(
      (await listed(home.operator, assembly, more)).nodes.map(({ id, defects }) => [
        [...ballotIds].find(([, one]) => one === id)?.[0] ?? id,
        (defects ?? []).map(({ kind, state }) => `${kind} ${state}`),
      ]),
    );

  beforeAll(async () => {
    const { app, world, house, owners } = home;
    const staff = async (name: string): Promise<string> => {
      const person = await world.person(name);
      await world.role(person, 'ASSEMBLY_ADMINISTRATOR', { house });
      return world.token(person);
    };
    [first, second] = [await staff('Иван'), await staff('Ольга')];
    await world.sql.query(
      `insert into premises_area (id, premises_id, area_hundredths, since, document) values (gen_random_uuid(), $1, 5000, '2020-01-01', 'план')`,
      [owners.anna.premises],
    );
    const opensAt = app.clock.now() + 15 * day;
    const closesAt = opensAt + 10 * day;
    const input = draftInput({ house, owners }, app.clock.now(), opensAt, closesAt);
    const agenda = [...input.agenda, { code: '4.1', wording: 'Утвердить ремонт кровли' }];
    const drafted = await draft(app, first, { ...input, agenda, fourEyes: true });
    const announced = drafted.assembly && (await announce(app, first, drafted.assembly)).assembly;
    if (!announced) throw new Error(JSON.stringify(drafted.userErrors));
    assembly = { ...announced, opensAt, closesAt };
    const printing = { assemblyId: assembly.id, ownerId: gid.person(owners.anna.person), idempotencyKey: key() };
    await home.change(home.operator, 'printBallots', printing, 'printRun { id }');
    app.clock.set(opensAt + 2 * day);
    await app.clockwork.tick();
  });

  it('is found: area corrected after the print, no date, two marks, a day outside the proxy, no signature, no title', async () => {
    const { app, world, owners, house, operator } = home;
    const { anna, boris, clara } = owners;
    const now = app.clock.now();
    await home.change(
      operator,
      'correctArea',
      { premisesId: gid.premises(anna.premises), area: '51.50', document: 'техплан' },
      'premises { id }',
    );
    const { rows } = await world.sql.query<{ number: string }>('select printed_number as number from printed_ballot');
    ballotIds.set('anna', await onPaper(anna, { number: rows[0]?.number ?? '', marks: [['FOR'], ['FOR', 'AGAINST']] }));
    const proxy = (from: number) => ({
      houseId: gid.house(house),
      ownerId: gid.person(boris.person),
      holderId: gid.person(clara.person),
      documentKind: 'доверенность',
      validFrom: new Date(from).toISOString(),
      validUntil: new Date(now + 30 * day).toISOString(),
    });
    await home.change(operator, 'registerProxy', proxy(now - 3_600_000), 'proxy { id }');
    ballotIds.set('boris', await onPaper(boris, { by: clara.person, on: dateOf(now - 2 * day), typed: now }));
    ballotIds.set('clara', await onPaper(clara, { signed: false, on: dateOf(now) }));
    ballotIds.set('unknown', await onPaper(clara, { premises: anna.premises, on: dateOf(now) }));
    expect(await kindsOf()).toEqual({
      anna: ['NO_DATE OPEN', 'REGISTER_DIFFERS OPEN', 'DOUBLE_MARK OPEN'],
      boris: ['AUTHORITY_EXPIRED OPEN', 'HAND_OVER_TYPED OPEN'],
      clara: ['NOT_SIGNED OPEN'],
      unknown: ['OWNER_UNKNOWN OPEN'],
    });
    // Whoever confirmed the sheet has not typed its time.
    const ofBoris = ballotIds.get('boris') ?? '';
    expect(await repair(first, ofBoris, 'HAND_OVER_TYPED')).toEqual(['ENTERED_BY_YOU']);
    expect(await repair(second, ofBoris, 'HAND_OVER_TYPED')).toEqual([]);
    // The most votes at stake first: 51.5, 40, 30 m², and none where nobody knows whose they are.
    expect(Object.keys(await kindsOf())).toEqual(['anna', 'boris', 'clara', 'unknown']);
    expect(Object.keys(await kindsOf('kinds: [NOT_SIGNED, DOUBLE_MARK]'))).toEqual(['anna', 'clara']);
    expect(await kindsOf('entrance: 2')).toEqual({});
    const { robustCount } = await robustOf(operator, assembly);
    expect(robustCount).toMatchObject({ ballotsLeftOut: 2, atStake: { exact: '183/2' }, differs: true });
    // A word is no document.
    expect(await repair(second, ofBoris, 'AUTHORITY_EXPIRED')).toEqual(['INVALID_INPUT']);
    // The document covers the day and not the one written on the sheet: registered now, it is repaired without any entry.
    app.clock.set(now + 60_000);
    const live = await watched(assembly);
    await home.change(operator, 'registerProxy', proxy(now - 5 * day), 'proxy { id }');
    await live.until(({ ballotsLeftOut }) => ballotsLeftOut === 1);
    expect((await robustOf(operator, assembly)).robustCount).toMatchObject({
      ballotsLeftOut: 1,
      turnout: { participating: { exact: '40' } },
    });
  });

  it('is repaired by a date, a word, a third pair of eyes or a new ballot, and by nothing else', async () => {
    const { app, owners, operator } = home;
    const anna = ballotIds.get('anna') ?? '';
    const now = app.clock.now();
    expect(await repair(first, anna, 'NO_DATE', { signedOn: dateOf(now + 2 * day) })).toEqual(['INVALID_INPUT']);
    expect(await repair(first, anna, 'NO_DATE')).toEqual(['INVALID_INPUT']);
    expect(await repair(first, anna, 'NO_DATE', { signedOn: dateOf(now) })).toEqual([]);
    const letter = await uploaded(first);
    const evidenceFileIds = [letter];
    expect(await repair(operator, anna, 'REGISTER_DIFFERS', { evidenceFileIds })).toEqual(['FILE_MISSING']);
    expect(await download(owners.anna.token, letter)).toBe(404);
    expect(await repair(first, anna, 'REGISTER_DIFFERS', { evidenceFileIds })).toEqual([]);
    expect(await download(owners.anna.token, letter)).toBe(200);
    expect(await download(owners.boris.token, letter)).toBe(404);
    const [ofAnna] = (await listed(operator, assembly, 'kinds: [REGISTER_DIFFERS]')).nodes;
    expect((await listed(operator, assembly, 'text: "анна"')).nodes.map(({ id }) => id)).toEqual([anna]);
    expect((await listed(operator, assembly, 'text: "нет такой"')).totalCount).toBe(0);
    expect(ofAnna?.defects?.map(({ evidenceFiles }) => evidenceFiles)).toEqual([[], [{ fileName: 'letter.txt' }], []]);
    for (const token of [first, second]) expect(await repair(token, anna, 'DOUBLE_MARK')).toEqual(['ENTERED_BY_YOU']);
    expect(await repair(operator, anna, 'DOUBLE_MARK')).toEqual([]);
    expect(await repair(operator, ballotIds.get('clara') ?? '', 'NOT_SIGNED')).toEqual(['REPAIRED_ONLY_ANEW']);
    await cast(app, owners.clara.token, ballotOf(assembly, owners.clara, 'FOR', key()));
    expect(await kindsOf()).toEqual({
      anna: ['NO_DATE REPAIRED', 'REGISTER_DIFFERS REPAIRED', 'DOUBLE_MARK REPAIRED'],
      boris: ['AUTHORITY_EXPIRED REPAIRED', 'HAND_OVER_TYPED REPAIRED'],
      clara: ['NOT_SIGNED REPAIRED'],
      unknown: ['OWNER_UNKNOWN OPEN'],
    });
    // An open defect of a ballot that does not count takes nothing away.
    expect((await robustOf(operator, assembly)).robustCount).toMatchObject({
      ballotsLeftOut: 0,
      turnout: { participating: { exact: '243/2' } },
    });
    const { rows } = await home.world.sql.query<{ command: string; n: number }>(
      `select command, count(*)::int as n from journal where command in ('repairDefect', 'confirmBallot') and ids->>'ballot' = $1 group by 1`,
      [decodeId('Ballot', anna)],
    );
    expect(rows).toEqual([{ command: 'repairDefect', n: 3 }]);
  });

  it('names the pages that are not among the scans, until they are read', async () => {
    const { world, operator, app } = home;
    const now = new Date(app.clock.now());
    await world.sql.query(
      `with form as (select id from paper_form where assembly_id = $1 limit 1),
         scanned as (insert into scanned_ballot (id, assembly_id, form_id, reference, printed_number, page_count, first_read_at)
           select gen_random_uuid(), $1, form.id, b.reference, b.printed_number, 2, $2 from form, printed_ballot b returning id),
         file as (insert into scan (id, assembly_id, file_name, size, received, state, uploaded_by, begun_at)
           values (gen_random_uuid(), $1, 'a.pdf', 1, 1, 'READ', gen_random_uuid(), $2) returning id)
       insert into scan_page (id, scan_id, number, state, ballot_id, sheet_page, boxes, read_at)
         select gen_random_uuid(), file.id, n, case n when 1 then 'READ' else 'QUEUED' end, scanned.id, 2, '[]', $2
           from file, scanned, generate_series(1, 2) n`,
      [decodeId('Assembly', assembly.id), now],
    );
    expect((await kindsOf('kinds: [PAGE_MISSING]'))['anna']?.[0]).toBe('PAGE_MISSING OPEN');
    expect((await robustOf(operator, assembly)).robustCount?.ballotsLeftOut).toBe(1);
    const live = await watched(assembly);
    const { rows } = await world.sql.query<{ id: string; number: string }>(
      `select p.id, b.printed_number as number from scan_page p join scanned_ballot b on b.id = p.ballot_id where p.state = 'QUEUED'`,
    );
    const page = { scanPageId: encodeId('ScanPage', rows[0]?.id ?? ''), printedNumber: rows[0]?.number, sheetPage: 1 };
    expect(codes(await home.change(operator, 'nameScanPage', page, 'scanPage { id }'))).toEqual([]);
    await live.until(({ ballotsLeftOut }) => ballotsLeftOut === 0);
    expect(await kindsOf('kinds: [PAGE_MISSING]')).toEqual({});
    expect((await robustOf(operator, assembly)).robustCount?.ballotsLeftOut).toBe(0);
  });

  it('says of each of its nine kinds what repairs it, and until when: the end of voting', () => {
    const words = {
      PAGE_MISSING: 'Scan the missing pages',
      NO_DATE: 'the date is entered here',
      NOT_SIGNED: 'votes anew',
      REGISTER_DIFFERS: 'agrees in writing',
      AUTHORITY_EXPIRED: 'document that was in force on that day',
      DOUBLE_MARK: 'Somebody else compares',
      OWNER_UNKNOWN: 'Record the title',
      HAND_OVER_TYPED: 'A second person confirms the time',
      FOUR_EYES_OFF: 'A second person compares the entry',
    };
    expect([...remedies.keys()].toSorted()).toEqual(Object.keys(words).toSorted());
    const secondEnd = new Date(assembly.closesAt).toISOString();
    for (const [kind, said] of Object.entries(words)) {
      expect(remedies.get(kind)?.remedy, kind).toContain(said);
      expect(remedies.get(kind)?.until, kind).toBe(inFirst.has(kind) ? firstEnd : secondEnd);
    }
  });
});
