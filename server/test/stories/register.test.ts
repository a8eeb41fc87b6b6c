import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../harness.ts';
import { change, refusals, registerWorld, type RegisterWorld } from '../register-world.ts';

let app: TestApp;
let world: RegisterWorld;
beforeAll(async () => {
  app = await startTestApp();
  world = await registerWorld(app);
});
afterAll(async () => {
  await world.close();
  await app.stop();
});
beforeEach(() => app.clock.set(app.clock.now() + 60_000));

const title = { kind: 'ЕГРН', number: '77:01-01/2026-1', date: '2026-01-20' };
const unknownPerson = 'PE_AAAAAAAAAAAAAAAAAAAAAA';

/** Gives the refusals, and makes sure that a refused call wrote nothing at all. */
async function refused(mutation: string, input: Record<string, unknown>, token = world.admin): Promise<string[]> {
  const written = async (): Promise<unknown> => {
    const tables = ['house', 'premises', 'premises_area', 'ownership', 'ownership_holder', 'guardianship', 'journal'];
    const states = tables.map(
      (table) => `(select count(*) || coalesce(md5(string_agg(t::text, '' order by t::text)), '') from ${table} t)`,
    );
    const { rows } = await world.sql.query(`select ${states.join(', ')}`);
    return rows;
  };
  const before = await written();
  const answer = await change<object>(app, token, mutation, input, '__typename');
  expect(await written()).toEqual(before);
  return refusals(answer);
}

interface Owned {
  readonly id: string;
  readonly share: string;
  readonly joint: boolean;
  readonly since: string;
  readonly until: string | null;
  readonly previousId: string | null;
  readonly holders: readonly { readonly familyName: string }[];
}

async function owners(premisesId: string, at: string | null = null, history = false): Promise<Owned[]> {
  const answer = await app.ask<{ premises: { ownerships: Owned[] } }>(
    world.admin,
    `query ($id: ID!, $at: DateTime, $history: Boolean!) { premises(id: $id) { ownerships(at: $at, history: $history) {
       id share joint since until previousId holders { familyName } } } }`,
    { id: premisesId, at, history },
  );
  return answer.premises.ownerships;
}

/** What the newest row of a thing's history says of it. */
async function lastChange(objectId: string): Promise<unknown> {
  const { history } = await app.ask<{ history: { nodes: readonly { command: string; changes: string }[] } }>(
    world.admin,
    'query ($objectId: ID!) { history(first: 1, objectId: $objectId) { nodes { command changes } } }',
    { objectId },
  );
  return history.nodes.map(({ command, changes }) => [command, JSON.parse(changes)] as const)[0];
}

function spoken(ownerships: readonly Owned[]): string[] {
  return ownerships
    .map(({ share, holders }) => `${holders.map((one) => one.familyName).join(' и ')} ${share}`)
    .toSorted();
}

function now(): string {
  return new Date(app.clock.now()).toISOString();
}

describe('a house', () => {
  const whole = {
    settlement: 'г. Москва',
    street: 'ул.  Зелёная',
    number: '12А',
    block: '1',
    fiasId: '0C5B2444-70A0-4932-980C-B4DC0D3F02B5',
    cadastralNumber: '77:01:0001075:1361',
    entrances: 4,
    storeys: 9,
    yearBuilt: 1974,
    wallMaterial: 'кирпичные',
    series: 'II-68',
  };
  const selection = `house { address settlement street number block fiasId cadastralNumber entrances storeys yearBuilt
    wallMaterial series version organisation { name } }`;

  it('is entered with its address and what is known of it', async () => {
    const organisationId = await world.organisation('УК «Лес»');
    const { house, userErrors } = await change<{ house: unknown }>(
      app,
      world.admin,
      'createHouse',
      { ...whole, organisationId },
      selection,
    );
    expect(userErrors).toEqual([]);
    expect(house).toEqual({
      ...whole,
      street: 'ул. Зелёная',
      block: 'корп. 1',
      fiasId: whole.fiasId.toLowerCase(),
      address: 'г. Москва, ул. Зелёная, 12А корп. 1',
      version: 1,
      organisation: { name: 'УК «Лес»' },
    });
  });

  it('is there once, however its address is written', async () => {
    const again = { settlement: 'Москва', street: 'Зеленая улица', number: '12а корп. 1' };
    expect(await refused('createHouse', again)).toEqual(['DUPLICATE input.number']);
    const elsewhere = { ...again, street: 'Зелёный пер.' };
    expect(await refused('createHouse', { ...elsewhere, fiasId: whole.fiasId })).toEqual(['DUPLICATE input.fiasId']);
    await world.house(elsewhere);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['a settlement', { settlement: '  ' }, 'INVALID_INPUT input.settlement'],
    ['the name of a street', { street: 'ул.' }, 'INVALID_INPUT input.street'],
    ['a number', { number: '-' }, 'INVALID_INPUT input.number'],
    ['a GUID', { fiasId: '0c5b2444' }, 'INVALID_INPUT input.fiasId'],
    ['a cadastral number', { cadastralNumber: '77-01' }, 'INVALID_INPUT input.cadastralNumber'],
    ['an entrance', { entrances: 0 }, 'INVALID_INPUT input.entrances'],
    ['a storey', { storeys: 201 }, 'INVALID_INPUT input.storeys'],
    ['a year that has come', { yearBuilt: 2999 }, 'INVALID_INPUT input.yearBuilt'],
    ['one line of text', { series: 'a\u0000b' }, 'INVALID_INPUT input.series'],
    [
      'an organisation that is known',
      { organisationId: 'OR_AAAAAAAAAAAAAAAAAAAAAA' },
      'NOT_FOUND input.organisationId',
    ],
  ])('needs %s', async (_what, written, refusal) => {
    const input = { settlement: 'Москва', street: 'ул. Новая', number: '1', ...written };
    expect(await refused('createHouse', input)).toEqual([refusal]);
  });

  it('is amended field by field, and by one person at a time', async () => {
    const houseId = await world.house({ street: 'ул. Старая', number: '7', storeys: 5, series: '1-447' });
    const { house } = await change<{ house: unknown }>(
      app,
      world.admin,
      'amendHouse',
      { houseId, version: 1, number: '7А', series: null, entrances: 2 },
      'house { address storeys series entrances version }',
    );
    expect(house).toEqual({ address: 'г. Москва, ул. Старая, 7А', storeys: 5, series: null, entrances: 2, version: 2 });
    expect(await lastChange(houseId)).toEqual([
      'amendHouse',
      {
        number: { before: '7', after: '7А' },
        entrances: { before: null, after: 2 },
        series: { before: '1-447', after: null },
      },
    ]);
    expect(await refused('amendHouse', { houseId, version: 1, storeys: 6 })).toEqual(['STALE_VERSION input.version']);
    expect(await refused('amendHouse', { houseId, version: 2, number: null })).toEqual(['INVALID_INPUT input.number']);
    await world.house({ street: 'ул. Старая', number: '8' });
    expect(await refused('amendHouse', { houseId, version: 2, number: 'д. 8' })).toEqual(['DUPLICATE input.number']);
    expect(await refused('amendHouse', { houseId: 'HO_AAAAAAAAAAAAAAAAAAAAAA', version: 1 })).toEqual([
      'NOT_FOUND input.houseId',
    ]);
  });

  it('is managed by whom the platform says', async () => {
    const houseId = await world.house();
    const organisationId = await world.organisation('ТСЖ «Дом»');
    const assign = async (to: string | null) =>
      change<{ house: unknown }>(
        app,
        world.admin,
        'assignHouse',
        { houseId, organisationId: to },
        'house { organisation { name } }',
      );
    expect((await assign(organisationId)).house).toEqual({ organisation: { name: 'ТСЖ «Дом»' } });
    expect((await assign(null)).house).toEqual({ organisation: null });
    expect(await refused('assignHouse', { houseId, organisationId: 'OR_AAAAAAAAAAAAAAAAAAAAAA' })).toEqual([
      'NOT_FOUND input.organisationId',
    ]);
  });
});

describe('premises', () => {
  it('are added once for each number and kind', async () => {
    const houseId = await world.house({ entrances: 2, storeys: 9 });
    const { premises, userErrors } = await change<{ premises: unknown }>(
      app,
      world.admin,
      'addPremises',
      {
        houseId,
        kind: 'FLAT',
        number: '12А',
        area: '54.3',
        document: 'выписка ЕГРН',
        entrance: 2,
        floor: 3,
        cadastralNumber: '77:01:0001075:1',
      },
      'premises { kind number area entrance floor cadastralNumber version areaHistory { area document since } house { id } }',
    );
    expect(userErrors).toEqual([]);
    expect(premises).toEqual({
      kind: 'FLAT',
      number: '12А',
      area: '54.30',
      entrance: 2,
      floor: 3,
      cadastralNumber: '77:01:0001075:1',
      version: 1,
      areaHistory: [{ area: '54.30', document: 'выписка ЕГРН', since: now() }],
      house: { id: houseId },
    });
    const again = { houseId, kind: 'FLAT', number: 'кв. 12 a', area: '1' };
    expect(await refused('addPremises', again)).toEqual(['DUPLICATE input.number']);
    await world.premises(houseId, '12.5', { ...again, kind: 'PARKING', area: '12.5' });
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['an area above zero', { area: '0' }, 'AREA_INVALID input.area'],
    ['a number', { number: 'кв.' }, 'INVALID_INPUT input.number'],
    ['an entrance that the house has', { entrance: 3 }, 'INVALID_INPUT input.entrance'],
    ['a floor that the house has', { floor: 10 }, 'INVALID_INPUT input.floor'],
    ['a house', { houseId: 'HO_AAAAAAAAAAAAAAAAAAAAAA' }, 'NOT_FOUND input.houseId'],
  ])('need %s', async (_what, written, refusal) => {
    const houseId = await world.house({ entrances: 2, storeys: 9 });
    expect(await refused('addPremises', { houseId, kind: 'FLAT', number: '1', area: '40', ...written })).toEqual([
      refusal,
    ]);
  });

  it.each(['-5', '1.234', '1e3', '12345678'])('refuse the area «%s» before anything runs', async (area) => {
    const { errors } = await app.askRaw(
      world.admin,
      'mutation ($input: AddPremisesInput!) { addPremises(input: $input) { userErrors { code } } }',
      { input: { houseId: await world.house(), kind: 'FLAT', number: '1', area } },
    );
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  it('are amended, their area aside', async () => {
    const houseId = await world.house();
    const premisesId = await world.premises(houseId, '40', { number: '1', entrance: 1 });
    await world.premises(houseId, '40', { number: '2' });
    const { premises } = await change<{ premises: unknown }>(
      app,
      world.admin,
      'amendPremises',
      { premisesId, version: 1, number: '1А', kind: 'NON_RESIDENTIAL', floor: -1 },
      'premises { kind number entrance floor area version }',
    );
    expect(premises).toEqual({
      kind: 'NON_RESIDENTIAL',
      number: '1А',
      entrance: 1,
      floor: -1,
      area: '40.00',
      version: 2,
    });
    expect(await lastChange(premisesId)).toEqual([
      'amendPremises',
      {
        kind: { before: 'FLAT', after: 'NON_RESIDENTIAL' },
        number: { before: '1', after: '1А' },
        floor: { before: null, after: -1 },
      },
    ]);
    expect(await refused('amendPremises', { premisesId, version: 1, floor: 1 })).toEqual([
      'STALE_VERSION input.version',
    ]);
    expect(await refused('amendPremises', { premisesId, version: 2, number: '2', kind: 'FLAT' })).toEqual([
      'DUPLICATE input.number',
    ]);
    expect(await refused('amendPremises', { premisesId: 'PR_AAAAAAAAAAAAAAAAAAAAAA', version: 1 })).toEqual([
      'NOT_FOUND input.premisesId',
    ]);
  });

  it('keep every area they had, each with its paper', async () => {
    const premisesId = await world.premises(await world.house(), '50');
    const entered = now();
    app.clock.set(app.clock.now() + 1000);
    const { premises, userErrors } = await change<{ premises: unknown }>(
      app,
      world.admin,
      'correctArea',
      { premisesId, area: '51.25', document: 'обмер БТИ' },
      'premises { area areaHistory { area document since } }',
    );
    expect(userErrors).toEqual([]);
    expect(premises).toEqual({
      area: '51.25',
      areaHistory: [
        { area: '51.25', document: 'обмер БТИ', since: now() },
        { area: '50.00', document: null, since: entered },
      ],
    });
    expect(await refused('correctArea', { premisesId, area: '0.00', document: 'x' })).toEqual([
      'AREA_INVALID input.area',
    ]);
    expect(await refused('correctArea', { premisesId, area: '1', document: ' ' })).toEqual([
      'INVALID_INPUT input.document',
    ]);
    expect(
      await refused('correctArea', { premisesId, area: '1', document: 'x', assemblyId: 'AS_AAAAAAAAAAAAAAAAAAAAAA' }),
    ).toEqual(['NOT_FOUND input.assemblyId']);
  });
});

describe('an ownership', () => {
  let flat: string;
  let [ivanov, petrov, sidorov] = ['', '', ''];
  beforeAll(async () => {
    [ivanov, petrov, sidorov] = [
      await world.person('Иванов'),
      await world.person('Петров'),
      await world.person('Сидоров'),
    ];
  });
  beforeEach(async () => {
    flat = await world.premises(await world.house(), '70.10');
  });

  it('is exact: three thirds of 70.10 are 70.10', async () => {
    for (const owner of [ivanov, petrov, sidorov]) await world.ownership(flat, [owner], '1/3');
    const { premises } = await app.ask<{ premises: unknown }>(
      world.admin,
      `query ($id: ID!) { premises(id: $id) { ownerships { weight weightText shareOfHouse percentOfHouse }
         house { totals { area areaWithKnownOwners } shareProblems(first: 1) { totalCount } } } }`,
      { id: flat },
    );
    const third = { weight: '701/30', weightText: '23.37', shareOfHouse: '1/3', percentOfHouse: '33.33' };
    expect(premises).toEqual({
      ownerships: [third, third, third],
      house: { totals: { area: '70.10', areaWithKnownOwners: '701/10' }, shareProblems: { totalCount: 0 } },
    });
  });

  it('is held by one, or by several together', async () => {
    await world.ownership(flat, [ivanov, petrov], '1/2');
    await world.ownership(flat, [sidorov], '1/2');
    const held = await owners(flat);
    expect(spoken(held)).toEqual(['Иванов и Петров 1/2', 'Сидоров 1/2']);
    expect(held.map(({ joint, holders }) => [joint, holders.length])).toEqual([
      [true, 2],
      [false, 1],
    ]);
  });

  it('keeps its title document', async () => {
    const ownership = await change<{ ownership: unknown }>(
      app,
      world.admin,
      'recordOwnership',
      { premisesId: flat, holderIds: [ivanov], share: '0.5', title },
      'ownership { share title { kind number date } premises { id } previousId }',
    );
    expect(ownership.ownership).toEqual({ share: '1/2', title, premises: { id: flat }, previousId: null });
  });

  it('never makes the shares of its premises exceed one, and says by how much they would', async () => {
    await world.ownership(flat, [ivanov], '2/3');
    const answer = await change(
      app,
      world.admin,
      'recordOwnership',
      { premisesId: flat, holderIds: [petrov], share: '1/2', title },
      '__typename',
    );
    expect(answer.userErrors).toEqual([
      {
        code: 'SHARES_EXCEED_ONE',
        field: ['input', 'share'],
        message: 'The shares of the premises add up to more than one: 7/6.',
      },
    ]);
    expect(spoken(await owners(flat))).toEqual(['Иванов 2/3']);
  });

  it('is judged at every moment of its period, not only today', async () => {
    await world.ownership(flat, [ivanov], '1', { since: '2020-01-01T00:00:00Z', until: '2024-01-01T00:00:00Z' });
    const later = { premisesId: flat, holderIds: [petrov], share: '1/2', title };
    expect(await refused('recordOwnership', { ...later, since: '2023-12-31T23:59:59.999Z' })).toEqual([
      'SHARES_EXCEED_ONE input.share',
    ]);
    await world.ownership(flat, [petrov], '1/2', { since: '2024-01-01T00:00:00Z' });
    expect(spoken(await owners(flat, '2023-12-31T23:59:59.999Z'))).toEqual(['Иванов 1']);
    expect(spoken(await owners(flat, '2024-01-01T00:00:00Z'))).toEqual(['Петров 1/2']);
    expect(spoken(await owners(flat, '2019-12-31T00:00:00Z'))).toEqual([]);
    expect(await owners(flat, null, true)).toHaveLength(2);
  });

  it('is there once when two enter it at once', async () => {
    const one = async (person: string) =>
      change(
        app,
        world.admin,
        'recordOwnership',
        { premisesId: flat, holderIds: [person], share: '2/3', title },
        '__typename',
      );
    const answers = await Promise.all([ivanov, petrov, sidorov].map(one));
    expect(answers.map((answer) => refusals(answer).join()).toSorted()).toEqual([
      '',
      'SHARES_EXCEED_ONE input.share',
      'SHARES_EXCEED_ONE input.share',
    ]);
    expect(await owners(flat)).toHaveLength(1);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['a share above zero', { share: '0' }, 'SHARE_INVALID input.share'],
    ['a positive share', { share: '-1/2' }, 'SHARE_INVALID input.share'],
    ['a share of at most one', { share: '7/6' }, 'SHARE_INVALID input.share'],
    ['a share that a deed could write', { share: '1/1000000000001' }, 'SHARE_INVALID input.share'],
    ['a holder', { holderIds: [] }, 'INVALID_INPUT input.holderIds'],
    ['holders who are known', { holderIds: [unknownPerson] }, 'NOT_FOUND input.holderIds.0'],
    ['a beginning that has come', { since: '2999-01-01T00:00:00Z' }, 'IN_THE_FUTURE input.since'],
    ['an end that has come', { until: '2999-01-01T00:00:00Z' }, 'IN_THE_FUTURE input.until'],
    [
      'an end after its beginning',
      { since: '2020-01-01T00:00:00Z', until: '2020-01-01T00:00:00Z' },
      'INVALID_INPUT input.until',
    ],
    ['a title', { title: { kind: ' ' } }, 'INVALID_INPUT input.title.kind'],
    [
      'a title that was written already',
      { title: { kind: 'ЕГРН', date: '2026-02-09' } },
      'IN_THE_FUTURE input.title.date',
    ],
    ['premises', { premisesId: 'PR_AAAAAAAAAAAAAAAAAAAAAA' }, 'NOT_FOUND input.premisesId'],
  ])('needs %s', async (_what, written, refusal) => {
    const input = { premisesId: flat, holderIds: [ivanov], share: '1', title, ...written };
    expect(await refused('recordOwnership', input)).toEqual([refusal]);
  });

  it('names a holder once', async () => {
    const input = { premisesId: flat, holderIds: [ivanov, ivanov], share: '1', title };
    expect(await refused('recordOwnership', input)).toEqual(['DUPLICATE input.holderIds.1']);
  });

  it('ends without a known successor, and its part stays in the total', async () => {
    const ownershipId = await world.ownership(flat, [ivanov], '1/4', { since: '2020-01-01T00:00:00Z' });
    await world.ownership(flat, [petrov], '3/4');
    expect(await refused('endOwnership', { ownershipId, at: '2999-01-01T00:00:00Z' })).toEqual([
      'IN_THE_FUTURE input.at',
    ]);
    expect(await refused('endOwnership', { ownershipId, at: '2019-01-01T00:00:00Z' })).toEqual([
      'NOT_OWNER_THEN input.ownershipId',
    ]);
    const ended = await change<{ ownership: { until: string } }>(
      app,
      world.admin,
      'endOwnership',
      { ownershipId },
      'ownership { until }',
    );
    expect(ended.ownership.until).toBe(now());
    expect(await refused('endOwnership', { ownershipId })).toEqual(['NOT_OWNER_THEN input.ownershipId']);
    const { premises } = await app.ask<{ premises: unknown }>(
      world.admin,
      'query ($id: ID!) { premises(id: $id) { missingShare house { shareProblems(first: 5) { nodes { sum missing premises { id } } } } } }',
      { id: flat },
    );
    expect(premises).toEqual({
      missingShare: '1/4',
      house: { shareProblems: { nodes: [{ sum: '3/4', missing: '1/4', premises: { id: flat } }] } },
    });
    expect(await refused('endOwnership', { ownershipId: 'OW_AAAAAAAAAAAAAAAAAAAAAA' })).toEqual([
      'NOT_FOUND input.ownershipId',
    ]);
  });

  describe('passes on', () => {
    interface Transfer {
      readonly bought: readonly Owned[];
      readonly kept: readonly Owned[];
    }
    const transfer = async (input: Record<string, unknown>) =>
      change<Transfer>(
        app,
        world.admin,
        'recordTransfer',
        { title, ...input },
        ['bought', 'kept']
          .map((what) => `${what} { id share joint since until previousId holders { familyName } }`)
          .join(' '),
      );

    it('whole, and what was before stays on record', async () => {
      const ownershipId = await world.ownership(flat, [ivanov], '1', { since: '2020-01-01T00:00:00Z' });
      const { bought, kept, userErrors } = await transfer({ ownershipId, toIds: [petrov] });
      expect(userErrors).toEqual([]);
      expect(bought).toMatchObject([{ share: '1', joint: false, since: now(), until: null, previousId: ownershipId }]);
      expect(kept).toEqual([]);
      expect(spoken(await owners(flat))).toEqual(['Петров 1']);
      expect(spoken(await owners(flat, '2021-01-01T00:00:00Z'))).toEqual(['Иванов 1']);
      const history = await owners(flat, null, true);
      expect(history.map(({ since, until }) => [since, until])).toEqual([
        ['2020-01-01T00:00:00.000Z', now()],
        [now(), null],
      ]);
    });

    it('in part: the rest stays with the seller under the same title', async () => {
      const ownershipId = await world.ownership(flat, [ivanov], '2/3');
      const { bought, kept, userErrors } = await transfer({ ownershipId, toIds: [petrov, sidorov], share: '1/4' });
      expect(userErrors).toEqual([]);
      expect(bought).toMatchObject([{ share: '1/4', joint: true, previousId: ownershipId }]);
      expect(kept).toMatchObject([{ share: '5/12', joint: false, previousId: ownershipId }]);
      expect(spoken(await owners(flat))).toEqual(['Иванов 5/12', 'Петров и Сидоров 1/4']);
    });

    it('whole when the part named is all of it', async () => {
      const ownershipId = await world.ownership(flat, [ivanov], '1/2');
      expect((await transfer({ ownershipId, toIds: [petrov], share: '0.5' })).kept).toEqual([]);
    });

    it('from spouses together, and to one of them', async () => {
      const ownershipId = await world.ownership(flat, [ivanov, petrov]);
      expect(await refused('recordTransfer', { ownershipId, fromPersonId: sidorov, toIds: [sidorov], title })).toEqual([
        'NOT_OWNER_THEN input.ownershipId',
      ]);
      expect(await refused('recordTransfer', { ownershipId, toIds: [petrov, ivanov], title })).toEqual([
        'INVALID_INPUT input.toIds',
      ]);
      expect((await transfer({ ownershipId, fromPersonId: ivanov, toIds: [petrov] })).userErrors).toEqual([]);
      expect(spoken(await owners(flat))).toEqual(['Петров 1']);
    });

    it('by premises and seller: everything the seller owns there', async () => {
      await world.ownership(flat, [ivanov], '1/4');
      await world.ownership(flat, [ivanov], '1/2');
      await world.ownership(flat, [petrov], '1/4');
      const named = { premisesId: flat, fromPersonId: ivanov, toIds: [sidorov], title };
      expect(await refused('recordTransfer', { ...named, share: '1/8' })).toEqual(['INVALID_INPUT input.share']);
      const { bought } = await transfer(named);
      expect(bought.map(({ share }) => share).toSorted()).toEqual(['1/2', '1/4']);
      expect(spoken(await owners(flat))).toEqual(['Петров 1/4', 'Сидоров 1/2', 'Сидоров 1/4']);
      expect(await refused('recordTransfer', named)).toEqual(['NOT_OWNER_THEN input.fromPersonId']);
    });

    it('as of a moment in the past, when that leaves no moment with more than one', async () => {
      const ownershipId = await world.ownership(flat, [ivanov], '1', { since: '2020-01-01T00:00:00Z' });
      const { bought } = await transfer({ ownershipId, toIds: [petrov], at: '2026-01-15T12:00:00+03:00' });
      expect(bought[0]?.since).toBe('2026-01-15T09:00:00.000Z');
      expect(spoken(await owners(flat, '2026-01-15T08:59:59.999Z'))).toEqual(['Иванов 1']);
      expect(spoken(await owners(flat, '2026-01-15T09:00:00Z'))).toEqual(['Петров 1']);
      expect(await refused('recordTransfer', { ownershipId, toIds: [sidorov], title })).toEqual([
        'NOT_OWNER_THEN input.ownershipId',
      ]);
    });

    it.each<[string, Record<string, unknown>, string]>([
      ['more than the seller owns', { share: '2/3' }, 'SHARE_INVALID input.share'],
      ['nothing', { share: '0' }, 'SHARE_INVALID input.share'],
      ['to nobody', { toIds: [] }, 'INVALID_INPUT input.toIds'],
      ['to somebody unknown', { toIds: [unknownPerson] }, 'NOT_FOUND input.toIds.0'],
      ['in the future', { at: '2999-01-01T00:00:00Z' }, 'IN_THE_FUTURE input.at'],
      ['before the seller owned it', { at: '2019-01-01T00:00:00Z' }, 'NOT_OWNER_THEN input.ownershipId'],
      ['without a title', { title: { kind: '' } }, 'INVALID_INPUT input.title.kind'],
      ['of other premises', { premisesId: 'PR_AAAAAAAAAAAAAAAAAAAAAA' }, 'INVALID_INPUT input.premisesId'],
      ['of an unknown ownership', { ownershipId: 'OW_AAAAAAAAAAAAAAAAAAAAAA' }, 'NOT_FOUND input.ownershipId'],
      ['of nothing named', { ownershipId: null }, 'INVALID_INPUT input.ownershipId'],
      [
        'of premises without a seller',
        { ownershipId: null, premisesId: 'PR_AAAAAAAAAAAAAAAAAAAAAA' },
        'INVALID_INPUT input.fromPersonId',
      ],
    ])('never %s', async (_what, written, refusal) => {
      const ownershipId = await world.ownership(flat, [ivanov], '1/2', { since: '2020-01-01T00:00:00Z' });
      expect(await refused('recordTransfer', { ownershipId, toIds: [petrov], title, ...written })).toEqual([refusal]);
    });

    it('once, when two enter it at once', async () => {
      const ownershipId = await world.ownership(flat, [ivanov]);
      const answers = await Promise.all([petrov, sidorov].map(async (to) => transfer({ ownershipId, toIds: [to] })));
      expect(answers.map((answer) => refusals(answer).join()).toSorted()).toEqual([
        '',
        'NOT_OWNER_THEN input.ownershipId',
      ]);
      expect(await owners(flat)).toHaveLength(1);
    });
  });
});

describe('a guardianship', () => {
  let [child, parent] = ['', ''];
  const record = async (input: Record<string, unknown>) =>
    change<{ guardianship: { id: string } }>(
      app,
      world.admin,
      'recordGuardianship',
      { childId: child, parentId: parent, document: 'I-МЮ 123456', ...input },
      'guardianship { id since until document child { familyName } parent { familyName } }',
    );
  beforeEach(async () => {
    child = await world.person('Малышев', { birthDate: '2016-05-01' });
    parent = await world.person('Малышева', { birthDate: '1990-05-01' });
  });

  it('is recorded over a period, and shown on both', async () => {
    const { guardianship, userErrors } = await record({ until: '2034-05-01T00:00:00+03:00' });
    expect(userErrors).toEqual([]);
    expect(guardianship).toMatchObject({
      since: now(),
      until: '2034-04-30T21:00:00.000Z',
      document: 'I-МЮ 123456',
      child: { familyName: 'Малышев' },
      parent: { familyName: 'Малышева' },
    });
    const shown = await app.ask(
      world.admin,
      `query ($child: ID!, $parent: ID!) { child: person(id: $child) { isMinor parents { parent { familyName } } children { id } }
         parent: person(id: $parent) { children { child { familyName } } parents { id } } }`,
      { child, parent },
    );
    expect(shown).toEqual({
      child: { isMinor: true, parents: [{ parent: { familyName: 'Малышева' } }], children: [] },
      parent: { children: [{ child: { familyName: 'Малышев' } }], parents: [] },
    });
  });

  it('is there once for a time', async () => {
    const { guardianship } = await record({});
    const again = { childId: child, parentId: parent, document: 'x' };
    expect(await refused('recordGuardianship', again)).toEqual(['DUPLICATE input.parentId']);
    app.clock.set(app.clock.now() + 1000);
    const ended = await change<{ guardianship: { until: string } }>(
      app,
      world.admin,
      'endGuardianship',
      { guardianshipId: guardianship.id },
      'guardianship { until }',
    );
    expect(ended.guardianship.until).toBe(now());
    expect(await refused('endGuardianship', { guardianshipId: guardianship.id })).toEqual([
      'ALREADY_REVOKED input.guardianshipId',
    ]);
    expect((await record({})).userErrors).toEqual([]);
  });

  it('ends at a moment of its period', async () => {
    const { guardianship } = await record({ since: '2026-01-10T00:00:00Z' });
    const end = { guardianshipId: guardianship.id };
    expect(await refused('endGuardianship', { ...end, at: '2999-01-01T00:00:00Z' })).toEqual([
      'IN_THE_FUTURE input.at',
    ]);
    expect(await refused('endGuardianship', { ...end, at: '2026-01-09T00:00:00Z' })).toEqual([
      'INVALID_INPUT input.at',
    ]);
    expect(await refused('endGuardianship', { guardianshipId: 'GU_AAAAAAAAAAAAAAAAAAAAAA' })).toEqual([
      'NOT_FOUND input.guardianshipId',
    ]);
  });

  it.each<[string, () => Promise<Record<string, unknown>>, string]>([
    ['a minor', async () => ({ childId: parent, parentId: child }), 'INVALID_INPUT input.childId'],
    [
      'a child whose age is known',
      async () => ({ childId: await world.person('Безвозрастный') }),
      'INVALID_INPUT input.childId',
    ],
    [
      'a parent of age',
      async () => ({ parentId: await world.person('Юный', { birthDate: '2009-01-01' }) }),
      'INVALID_INPUT input.parentId',
    ],
    ['somebody else', async () => ({ parentId: child }), 'INVALID_INPUT input.parentId'],
    ['a known child', async () => ({ childId: unknownPerson }), 'NOT_FOUND input.childId'],
    ['a known parent', async () => ({ parentId: unknownPerson }), 'NOT_FOUND input.parentId'],
    ['a beginning that has come', async () => ({ since: '2999-01-01T00:00:00Z' }), 'IN_THE_FUTURE input.since'],
    ['an end after its beginning', async () => ({ until: '2020-01-01T00:00:00Z' }), 'INVALID_INPUT input.until'],
    ['a document', async () => ({ document: '' }), 'INVALID_INPUT input.document'],
  ])('needs %s', async (_what, written, refusal) => {
    const input = { childId: child, parentId: parent, document: 'свидетельство', ...(await written()) };
    expect(await refused('recordGuardianship', input)).toEqual([refusal]);
  });
});

it('leaves exactly one journal row for each change, without names or papers', async () => {
  const flat = await world.premises(await world.house(), '33');
  const [seller, buyer] = [await world.person('Журналов'), await world.person('Журналова')];
  const ownershipId = await world.ownership(flat, [seller]);
  const { rows: before } = await world.sql.query<{ id: string }>('select max(id) as id from journal');
  await change(app, world.admin, 'recordTransfer', { ownershipId, toIds: [buyer], share: '1/3', title }, '__typename');
  const { rows } = await world.sql.query<{ command: string; ids: Record<string, unknown>; changes: unknown }>(
    'select command, ids, changes from journal where id > $1',
    [before[0]?.id],
  );
  expect(rows).toHaveLength(1);
  expect(rows[0]?.command).toBe('recordTransfer');
  expect(Object.keys(rows[0]?.ids ?? {}).toSorted()).toEqual(['from', 'holders', 'house', 'kept', 'premises', 'to']);
  expect(rows[0]?.changes).toEqual({ at: now(), share: '1/3' });
});
