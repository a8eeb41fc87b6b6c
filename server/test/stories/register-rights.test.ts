import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeId } from '../../src/kernel/global-id.ts';
import { provideHousesOfAssemblies } from '../../src/modules/registry/registry.policy.ts';
import { startTestApp, type TestApp } from '../harness.ts';
import { change, refusals, registerWorld, type RegisterWorld } from '../register-world.ts';

const people = [
  'platform',
  'auditor',
  'operator',
  'keeperOfOrganisation',
  'keeperOfHouse',
  'ofAssembly',
  'keeperElsewhere',
  'owner',
  'spouse',
  'parent',
  'head',
  'neighbour',
  'formerOwner',
  'stranger',
] as const;
type Who = (typeof people)[number];

let app: TestApp;
let world: RegisterWorld;
const tokens = new Map<Who, string>();
const token = (who: Who): string => tokens.get(who) ?? '';
let [house, flat, childsFlat, shop, elsewhere, elsewhereFlat] = ['', '', '', '', '', ''];
let [owner, spouse, parent, child, company] = ['', '', '', '', ''];
let [head, neighbour, former, stranger] = ['', '', '', ''];
let [owned, ownedElsewhere] = ['', ''];

beforeAll(async () => {
  app = await startTestApp();
  world = await registerWorld(app);
  const [organisation, other] = [await world.organisation('УК «Своя»'), await world.organisation('УК «Чужая»')];
  house = await world.house({ number: '1', organisationId: organisation });
  elsewhere = await world.house({ number: '2', organisationId: other });
  [flat, childsFlat, shop] = [
    await world.premises(house, '50'),
    await world.premises(house, '30'),
    await world.premises(house, '20', { kind: 'NON_RESIDENTIAL' }),
  ];
  elsewhereFlat = await world.premises(elsewhere, '40');
  const neighboursFlat = await world.premises(house, '60');
  owner = await world.person('Собственников', { snils: '112-233-445 95' });
  spouse = await world.person('Собственникова');
  child = await world.person('Детский', { birthDate: '2015-03-03' });
  parent = await world.person('Родительская', { birthDate: '1988-03-03' });
  company = await world.person('', {
    kind: 'COMPANY',
    familyName: null,
    givenName: null,
    bodyName: 'ООО «Лавка»',
    ogrn: '1027700132195',
  });
  head = await world.person('Директоров', { birthDate: '1970-01-01' });
  neighbour = await world.person('Соседов');
  former = await world.person('Бывшев');
  stranger = await world.person('Прохожев');
  owned = await world.ownership(flat, [owner, spouse], '1', { since: '2020-01-01T00:00:00Z' });
  await world.ownership(childsFlat, [child]);
  await world.idOf(world.admin, 'recordGuardianship', 'guardianship', {
    childId: child,
    parentId: parent,
    document: 'свидетельство',
  });
  await world.ownership(shop, [company]);
  await world.idOf(world.admin, 'appointHead', 'person', { bodyId: company, personId: head });
  await world.ownership(neighboursFlat, [former], '1', {
    since: '2019-01-01T00:00:00Z',
    until: '2021-01-01T00:00:00Z',
  });
  await world.ownership(neighboursFlat, [neighbour], '1', { since: '2021-01-01T00:00:00Z' });
  ownedElsewhere = await world.ownership(elsewhereFlat, [owner], '1/2');
  const assembly = 'AS_AZ0AAAAAcACAAAAAAAAAAQ';
  provideHousesOfAssemblies(
    (ids) => `select '${decodeId('House', house)}'::uuid where '${decodeId('Assembly', assembly)}'::uuid = any(${ids})`,
  );
  const staff: [Who, () => Promise<string>][] = [
    ['platform', async () => world.admin],
    ['auditor', async () => world.staff('AUDITOR')],
    ['operator', async () => world.staff('CALL_CENTRE_OPERATOR')],
    ['keeperOfOrganisation', async () => world.staff('ASSEMBLY_ADMINISTRATOR', { organisation })],
    ['keeperOfHouse', async () => world.staff('ASSEMBLY_ADMINISTRATOR', { house })],
    ['ofAssembly', async () => world.staff('ASSEMBLY_ADMINISTRATOR', { assembly })],
    ['keeperElsewhere', async () => world.staff('ASSEMBLY_ADMINISTRATOR', { organisation: other })],
    ['owner', async () => world.token(owner)],
    ['spouse', async () => world.token(spouse)],
    ['parent', async () => world.token(parent)],
    ['head', async () => world.token(head)],
    ['neighbour', async () => world.token(neighbour)],
    ['formerOwner', async () => world.token(former)],
    ['stranger', async () => world.token(stranger)],
  ];
  for (const [who, made] of staff) tokens.set(who, await made());
});
afterAll(async () => {
  await world.close();
  await app.stop();
});

interface Register {
  readonly house: {
    readonly address: string;
    readonly totals: { readonly area: string };
    readonly premises: {
      readonly nodes: readonly {
        readonly area: string;
        readonly missingShare: string | null;
        readonly ownerships: readonly {
          readonly holders: readonly { readonly familyName: string | null; readonly bodyName: string | null }[];
        }[];
      }[];
    } | null;
    readonly shareProblems: { readonly totalCount: number } | null;
  };
}

async function register(asker: string, id = house): Promise<Register['house']> {
  const answer = await app.ask<Register>(
    asker,
    `query ($id: ID!) { house(id: $id) { address totals { area }
       premises(first: 10) { nodes { area missingShare ownerships { holders { familyName bodyName } } } }
       shareProblems(first: 1) { totalCount } } }`,
    { id },
  );
  return answer.house;
}

/** The names of owners of the house that this asker is shown. */
async function names(asker: string): Promise<string[]> {
  const { premises } = await register(asker);
  const holders = (premises?.nodes ?? []).flatMap(({ ownerships }) => ownerships.flatMap((one) => one.holders));
  return holders.map(({ familyName, bodyName }) => familyName ?? bodyName ?? '').toSorted();
}

const everybody = ['Детский', 'ООО «Лавка»', 'Собственников', 'Собственникова', 'Соседов'];

describe('what is shown of a house', () => {
  it.each(people)('%s sees where it stands and what it adds up to', async (who) => {
    expect(await register(token(who))).toMatchObject({
      address: 'г. Москва, ул. Лесная, 1',
      totals: { area: '160.00' },
    });
  });

  it('nobody sees anything without signing in', async () => {
    const { errors, data } = await app.askRaw(null, 'query ($id: ID!) { house(id: $id) { address } }', { id: house });
    expect([data?.['house'], errors?.[0]?.extensions.code]).toEqual([null, 'NOT_SIGNED_IN']);
  });

  const shown: Readonly<Record<Who, { premises: boolean; problems: boolean; names: readonly string[] }>> = {
    platform: { premises: true, problems: true, names: everybody },
    auditor: { premises: true, problems: true, names: everybody },
    operator: { premises: true, problems: true, names: everybody },
    keeperOfOrganisation: { premises: true, problems: true, names: everybody },
    keeperOfHouse: { premises: true, problems: true, names: everybody },
    ofAssembly: { premises: true, problems: true, names: everybody },
    keeperElsewhere: { premises: false, problems: false, names: [] },
    owner: { premises: true, problems: false, names: ['Собственников'] },
    spouse: { premises: true, problems: false, names: ['Собственникова'] },
    parent: { premises: true, problems: false, names: ['Детский'] },
    head: { premises: true, problems: false, names: ['ООО «Лавка»'] },
    neighbour: { premises: true, problems: false, names: ['Соседов'] },
    formerOwner: { premises: false, problems: false, names: [] },
    stranger: { premises: false, problems: false, names: [] },
  };
  it.each(people)('%s sees premises, flags and names of owners as the table says', async (who) => {
    const { premises, shareProblems } = await register(token(who));
    expect({ premises: premises !== null, problems: shareProblems !== null, names: await names(token(who)) }).toEqual(
      shown[who],
    );
    const missing = premises?.nodes.map(({ missingShare }) => missingShare !== null) ?? [];
    expect(missing).toEqual(missing.map(() => shown[who].problems));
    const { premises: single } = await app.ask<{ premises: unknown }>(
      token(who),
      'query ($id: ID!) { premises(id: $id) { number } }',
      { id: flat },
    );
    expect(single !== null).toBe(shown[who].premises);
  });

  it('a token for houses alone shows no names, and asks for no persons', async () => {
    const housesOnly = await world.token(owner, ['houses:read']);
    expect((await register(housesOnly)).premises?.nodes).toHaveLength(4);
    expect(await names(housesOnly)).toEqual([]);
    const { errors } = await app.askRaw(housesOnly, '{ persons(first: 1) { totalCount } }');
    expect(errors?.[0]?.extensions.code).toBe('SCOPE_MISSING');
    const none = await world.token(owner, ['profile']);
    expect((await app.askRaw(none, '{ houses(first: 1) { totalCount } }')).errors?.[0]?.extensions.code).toBe(
      'SCOPE_MISSING',
    );
  });

  it('node(id) is no side door', async () => {
    const nodes = async (who: Who): Promise<boolean[]> => {
      const answer = await app.ask<{ nodes: unknown[] }>(
        token(who),
        'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }',
        {
          ids: [house, flat, owned, owner],
        },
      );
      return answer.nodes.map((node) => node !== null);
    };
    expect(await nodes('keeperOfHouse')).toEqual([true, true, true, true]);
    expect(await nodes('owner')).toEqual([true, true, true, true]);
    expect(await nodes('neighbour')).toEqual([true, true, false, false]);
    expect(await nodes('keeperElsewhere')).toEqual([true, false, false, true]);
    expect(await nodes('stranger')).toEqual([true, false, false, false]);
  });
});

describe('whom one sees', () => {
  async function seen(who: Who): Promise<string[]> {
    const { persons } = await app.ask<{
      persons: { nodes: { familyName: string | null; bodyName: string | null }[]; totalCount: number };
    }>(token(who), '{ persons(first: 100) { totalCount nodes { familyName bodyName } } }');
    expect(persons.totalCount).toBe(persons.nodes.length);
    const ours = [...everybody, 'Родительская', 'Директоров', 'Бывшев', 'Прохожев', 'Новичков'];
    return persons.nodes
      .map(({ familyName, bodyName }) => familyName ?? bodyName ?? '')
      .filter((name) => ours.includes(name))
      .toSorted();
  }

  const ofTheHouse = [...everybody, 'Бывшев', 'Директоров', 'Родительская'].toSorted();
  it.each<[Who, readonly string[]]>([
    ['platform', [...ofTheHouse, 'Прохожев'].toSorted()],
    ['auditor', [...ofTheHouse, 'Прохожев'].toSorted()],
    ['operator', [...ofTheHouse, 'Прохожев'].toSorted()],
    ['keeperOfOrganisation', ofTheHouse],
    ['keeperOfHouse', ofTheHouse],
    ['ofAssembly', ofTheHouse],
    ['keeperElsewhere', ['Собственников']],
    ['owner', ['Собственников']],
    ['parent', ['Детский', 'Родительская']],
    ['head', ['Директоров', 'ООО «Лавка»']],
    ['stranger', ['Прохожев']],
  ])('%s', async (who, whom) => {
    expect(await seen(who)).toEqual(whom);
  });

  it('one by one the same: not found is all that a stranger learns', async () => {
    const person = async (who: Who, id: string) =>
      (await app.ask<{ person: unknown }>(token(who), 'query ($id: ID!) { person(id: $id) { familyName } }', { id }))
        .person;
    expect(await person('keeperOfHouse', owner)).toEqual({ familyName: 'Собственников' });
    expect(await person('stranger', owner)).toBeNull();
    expect(await person('neighbour', owner)).toBeNull();
    expect(await person('stranger', 'PE_AAAAAAAAAAAAAAAAAAAAAA')).toBeNull();
  });

  it('whoever they entered, before that person owns anything', async () => {
    await world.person('Новичков', {}, token('keeperElsewhere'));
    expect(await seen('keeperElsewhere')).toEqual(['Новичков', 'Собственников']);
    expect(await seen('keeperOfHouse')).toEqual(ofTheHouse);
  });

  it('a person known by number is found by whoever enters them again, and only then', async () => {
    const search = async (): Promise<number> => {
      const filter = { snils: '11223344595' };
      const document = 'query ($filter: PersonFilter) { persons(first: 1, filter: $filter) { totalCount } }';
      return (await app.ask<{ persons: { totalCount: number } }>(token('keeperOfHouse'), document, { filter })).persons
        .totalCount;
    };
    const secret = await world.person('Тайный', { snils: '087-654-303 00' });
    const find = 'query ($id: ID!) { person(id: $id) { id } }';
    expect(await search()).toBe(1);
    expect(await app.ask(token('keeperOfHouse'), find, { id: secret })).toEqual({ person: null });
    await world.person('Тайный', { snils: '08765430300' }, token('keeperOfHouse'));
    expect(await app.ask(token('keeperOfHouse'), find, { id: secret })).toEqual({ person: { id: secret } });
  });

  it('what a person owns, house by house', async () => {
    const ownerships = async (who: Who): Promise<number> => {
      const document = 'query ($id: ID!) { person(id: $id) { ownerships { id } } }';
      return (await app.ask<{ person: { ownerships: unknown[] } }>(token(who), document, { id: owner })).person
        .ownerships.length;
    };
    expect([
      await ownerships('platform'),
      await ownerships('keeperOfHouse'),
      await ownerships('keeperElsewhere'),
      await ownerships('owner'),
    ]).toEqual([2, 1, 1, 2]);
  });
});

describe('what one owns', () => {
  async function mine(who: Who): Promise<unknown> {
    const { myOwnerships } = await app.ask<{ myOwnerships: unknown }>(
      token(who),
      '{ myOwnerships { share joint weight weightText shareOfHouse percentOfHouse premises { area house { address } } holders { displayName } } }',
    );
    return myOwnerships;
  }

  it('an owner sees premises, share and exact weight', async () => {
    expect(await mine('owner')).toEqual([
      {
        share: '1',
        joint: true,
        weight: '50',
        weightText: '50.00',
        shareOfHouse: '5/16',
        percentOfHouse: '31.25',
        premises: { area: '50.00', house: { address: 'г. Москва, ул. Лесная, 1' } },
        holders: [{ displayName: 'Собственников Иван' }],
      },
      {
        share: '1/2',
        joint: false,
        weight: '20',
        weightText: '20.00',
        shareOfHouse: '1/2',
        percentOfHouse: '50.00',
        premises: { area: '40.00', house: { address: 'г. Москва, ул. Лесная, 2' } },
        holders: [{ displayName: 'Собственников Иван' }],
      },
    ]);
  });

  it('a parent sees what the child owns, a head what the company does, nobody what they sold', async () => {
    expect(await mine('parent')).toMatchObject([{ weight: '30', holders: [{ displayName: 'Детский Иван' }] }]);
    expect(await mine('head')).toMatchObject([{ weight: '20', holders: [{ displayName: 'ООО «Лавка»' }] }]);
    expect(await mine('formerOwner')).toEqual([]);
    expect(await mine('stranger')).toEqual([]);
  });
});

describe('who keeps the register', () => {
  const title = { kind: 'ЕГРН' };
  const commands: readonly [string, () => Record<string, unknown>][] = [
    ['amendHouse', () => ({ houseId: house, version: 99 })],
    ['addPremises', () => ({ houseId: house, kind: 'FLAT', number: '900', area: '0' })],
    ['amendPremises', () => ({ premisesId: flat, version: 99 })],
    ['correctArea', () => ({ premisesId: flat, area: '0', document: 'x' })],
    ['recordOwnership', () => ({ premisesId: flat, holderIds: [owner], share: '2', title })],
    ['endOwnership', () => ({ ownershipId: owned, at: '2999-01-01T00:00:00Z' })],
    ['recordTransfer', () => ({ ownershipId: owned, toIds: [], title })],
    ['recordGuardianship', () => ({ childId: child, parentId: child, document: 'x' })],
  ];
  /** The command gets past the rights and is refused by a rule. */
  const allowed: readonly Who[] = ['platform', 'keeperOfOrganisation', 'keeperOfHouse'];

  it.each(commands)(
    '%s: the platform, and administrators of this house or its organisation',
    async (mutation, input) => {
      for (const who of people) {
        const { data, errors } = await app.askRaw(
          token(who),
          `mutation ($input: ${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!) { ${mutation}(input: $input) { userErrors { code } } }`,
          { input: input() },
        );
        const refused =
          errors?.[0]?.extensions.code ??
          (data?.[mutation] as { userErrors: { code: string }[] } | null | undefined)?.userErrors[0]?.code;
        expect([who, ['NOT_ALLOWED', 'NOT_FOUND'].includes(refused ?? '')]).toEqual([who, !allowed.includes(who)]);
      }
    },
  );

  it('a house is entered for the organisation that one administers', async () => {
    const organisationId = await world.organisation('УК «Новая»');
    const keeper = await world.staff('ASSEMBLY_ADMINISTRATOR', { organisation: organisationId });
    const create = async (asker: string, organisation: string | null) =>
      refusals(
        await change(
          app,
          asker,
          'createHouse',
          { settlement: 'Москва', street: 'ул. Своя', number: '1', organisationId: organisation },
          '__typename',
        ),
      );
    expect(await create(token('keeperOfHouse'), organisationId)).toEqual(['NOT_ALLOWED']);
    expect(await create(keeper, null)).toEqual(['NOT_ALLOWED']);
    expect(await create(keeper, organisationId)).toEqual([]);
  });

  it('a house is assigned by the platform, and with it the right to its register', async () => {
    const moved = await world.house();
    const organisationId = await world.organisation('УК «Следующая»');
    const keeper = await world.staff('ASSEMBLY_ADMINISTRATOR', { organisation: organisationId });
    const add = async () =>
      refusals(
        await change(
          app,
          keeper,
          'addPremises',
          { houseId: moved, kind: 'FLAT', number: '1', area: '10' },
          '__typename',
        ),
      );
    const { errors } = await app.askRaw(
      keeper,
      'mutation ($input: AssignHouseInput!) { assignHouse(input: $input) { userErrors { code } } }',
      {
        input: { houseId: moved, organisationId },
      },
    );
    expect(errors?.[0]?.extensions.code).toBe('NOT_ALLOWED');
    expect(await add()).toEqual(['NOT_ALLOWED']);
    await world.idOf(world.admin, 'assignHouse', 'house', { houseId: moved, organisationId });
    expect(await add()).toEqual([]);
    await world.idOf(world.admin, 'assignHouse', 'house', { houseId: moved, organisationId: null });
    expect(await add()).toEqual(['NOT_ALLOWED']);
  });

  it('what an administrator elsewhere may not see is not found, what they may see is not theirs to change', async () => {
    const correct = async (who: Who) =>
      refusals(
        await change(app, token(who), 'correctArea', { premisesId: flat, area: '1', document: 'x' }, '__typename'),
      );
    expect(await correct('keeperElsewhere')).toEqual(['NOT_FOUND input.premisesId']);
    expect(await correct('ofAssembly')).toEqual(['NOT_ALLOWED']);
    const transfer = await change(
      app,
      token('keeperOfHouse'),
      'recordTransfer',
      { ownershipId: ownedElsewhere, toIds: [stranger], title },
      '__typename',
    );
    expect(refusals(transfer)).toEqual(['NOT_FOUND input.ownershipId']);
  });

  it('a token without houses:write changes nothing', async () => {
    const person = await world.person('Читатель');
    const reader = await world.token(person, ['houses:read']);
    const { errors } = await app.askRaw(
      reader,
      'mutation ($input: AmendHouseInput!) { amendHouse(input: $input) { userErrors { code } } }',
      {
        input: { houseId: house, version: 1 },
      },
    );
    expect(errors?.[0]?.extensions.code).toBe('SCOPE_MISSING');
  });
});

it('a parent acts for a child until the day the child comes of age, in Moscow', async () => {
  const grown = await world.person('Взрослов', { birthDate: '2008-02-03' });
  await world.ownership(await world.premises(house, '10'), [grown]);
  const record = { childId: grown, parentId: parent, document: 'свидетельство' };
  await world.idOf(world.admin, 'recordGuardianship', 'guardianship', record);
  const seen = async (): Promise<string[]> => {
    const answer = await app.ask<{ myOwnerships: { holders: { familyName: string }[] }[] }>(
      token('parent'),
      '{ myOwnerships { holders { familyName } } }',
    );
    return answer.myOwnerships.flatMap(({ holders }) => holders.map(({ familyName }) => familyName)).toSorted();
  };
  app.clock.set(Date.parse('2026-02-02T23:59:59.999+03:00'));
  expect(await seen()).toEqual(['Взрослов', 'Детский']);
  app.clock.set(Date.parse('2026-02-03T00:00:00+03:00'));
  expect(await seen()).toEqual(['Детский']);
});
