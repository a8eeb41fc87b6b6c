import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startTestApp, type TestApp } from '../harness.ts';
import { registerWorld, type RegisterWorld } from '../register-world.ts';

let app: TestApp;
let world: RegisterWorld;
let [garden, pond] = ['', ''];
let organisation = '';
let keeper = '';
beforeAll(async () => {
  app = await startTestApp();
  world = await registerWorld(app);
  organisation = await world.organisation('УК «Сады»');
  keeper = await world.staff('ASSEMBLY_ADMINISTRATOR', { organisation });
  for (const number of ['10', '9', '9А', '100', '1']) {
    const id = await world.house({ street: 'ул. Садовая', number, organisationId: organisation });
    if (number === '9') garden = id;
  }
  pond = await world.house({ settlement: 'дер. Пруды', street: 'Садовый пр-кт', number: '9', block: 'корп. 2' });
  for (const number of ['2', '10', '1', '12А', '3'])
    await world.premises(garden, `${number.length}0`, { number, entrance: 1 });
  await world.premises(garden, '99.99', { number: '1', kind: 'PARKING' });
  for (const number of ['7', '8']) await world.premises(pond, '33', { number });
});
afterAll(async () => {
  await world.close();
  await app.stop();
});

interface Houses {
  readonly houses: {
    readonly totalCount: number;
    readonly nodes: readonly { readonly number: string; readonly settlement: string }[];
  };
}

async function found(filter: Record<string, unknown>, asker = world.admin, sort = 'ADDRESS'): Promise<string[]> {
  const { houses } = await app.ask<Houses>(
    asker,
    `query ($filter: HouseFilter, $sort: HouseSort!) { houses(first: 100, filter: $filter, sort: $sort) { totalCount nodes { number settlement } } }`,
    { filter, sort },
  );
  expect(houses.totalCount).toBe(houses.nodes.length);
  return houses.nodes.map(({ number, settlement }) => `${settlement.startsWith('дер') ? 'Пруды ' : ''}${number}`);
}

describe('houses', () => {
  it('stand in the order of their addresses, as people count', async () => {
    expect(await found({})).toEqual(['1', '9', '9А', '10', '100', 'Пруды 9']);
    expect(await found({}, world.admin, 'ADDRESS_DESCENDING')).toEqual(['Пруды 9', '100', '10', '9А', '9', '1']);
    expect(await found({}, world.admin, 'NEWEST')).toHaveLength(6);
  });

  it.each<[string, readonly string[]]>([
    ['садов', ['1', '9', '9А', '10', '100', 'Пруды 9']],
    ['САДОВАЯ ул', ['1', '9', '9А', '10', '100']],
    ['улица садовая 9', ['9', '9А']],
    ['москва, садовая, д. 10', ['10']],
    ['9к2', ['Пруды 9']],
    ['пруд проспект', ['Пруды 9']],
    ['лесная', []],
    ['%', ['1', '9', '9А', '10', '100', 'Пруды 9']],
    ["'; drop table house; --", []],
  ])('are found by «%s»', async (text, numbers) => {
    expect(await found({ text })).toEqual(numbers);
  });

  it('are found by settlement, organisation, and as mine', async () => {
    expect(await found({ settlement: 'Москва' })).toEqual(['1', '9', '9А', '10', '100']);
    expect(await found({ settlement: 'деревня Пруды' })).toEqual(['Пруды 9']);
    expect(await found({ settlement: 'Моск' })).toEqual([]);
    expect(await found({ organisationId: organisation })).toEqual(['1', '9', '9А', '10', '100']);
    expect(await found({ mine: true })).toEqual([]);
    expect(await found({ mine: true }, keeper)).toEqual(['1', '9', '9А', '10', '100']);
    const owner = await world.person('Прудова');
    await world.ownership(await world.premises(pond, '20', { number: '9' }), [owner]);
    expect(await found({ mine: true }, await world.token(owner))).toEqual(['Пруды 9']);
  });

  it('say whether their register is the viewer’s to keep', async () => {
    const kept = async (asker: string): Promise<boolean> =>
      (
        await app.ask<{ house: { mayKeep: boolean } }>(asker, 'query ($id: ID!) { house(id: $id) { mayKeep } }', {
          id: garden,
        })
      ).house.mayKeep;
    expect(await kept(world.admin)).toBe(true);
    expect(await kept(keeper)).toBe(true);
    expect(await kept(await world.staff('AUDITOR'))).toBe(false);
    expect(await kept(await world.staff('ASSEMBLY_ADMINISTRATOR', { house: pond }))).toBe(false);
  });

  it('are paged forwards and backwards without a gap', async () => {
    const page = async (paging: Record<string, unknown>) => {
      const { houses } = await app.ask<{
        houses: {
          nodes: { number: string }[];
          pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
        };
      }>(
        world.admin,
        `query ($first: Int, $after: String, $last: Int, $before: String) { houses(first: $first, after: $after, last: $last, before: $before) {
           nodes { number } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
        paging,
      );
      return { numbers: houses.nodes.map(({ number }) => number), ...houses.pageInfo };
    };
    const one = await page({ first: 4 });
    expect(one).toMatchObject({ numbers: ['1', '9', '9А', '10'], hasNextPage: true, hasPreviousPage: false });
    const two = await page({ first: 4, after: one.endCursor });
    expect(two).toMatchObject({ numbers: ['100', '9'], hasNextPage: false, hasPreviousPage: true });
    expect(await page({ last: 2, before: two.startCursor })).toMatchObject({
      numbers: ['9А', '10'],
      hasPreviousPage: true,
    });
  });

  it.each([{}, { first: 0 }, { first: 101 }, { first: 1, last: 1 }, { first: 1, after: 'x' }])(
    'refuse the page %j',
    async (paging) => {
      const { errors } = await app.askRaw(
        world.admin,
        'query ($first: Int, $last: Int, $after: String) { houses(first: $first, last: $last, after: $after) { totalCount } }',
        paging,
      );
      expect(errors?.[0]?.extensions.code).toBe('INVALID_INPUT');
    },
  );
});

describe('premises of a house', () => {
  const list = async (args: string): Promise<string[]> => {
    const { house } = await app.ask<{
      house: { premises: { totalCount: number; nodes: { number: string; kind: string }[] } };
    }>(world.admin, `query ($id: ID!) { house(id: $id) { premises(${args}) { totalCount nodes { number kind } } } }`, {
      id: garden,
    });
    return house.premises.nodes.map(({ number, kind }) => (kind === 'PARKING' ? `м/м ${number}` : number));
  };

  it('stand in the order of their numbers, and are filtered', async () => {
    expect((await list('first: 100')).toSorted()).toEqual(['1', '10', '12А', '2', '3', 'м/м 1']);
    expect((await list('first: 100')).filter((number) => number !== 'м/м 1')).toEqual(['1', '2', '3', '10', '12А']);
    expect(await list('first: 100, filter: { kind: PARKING }')).toEqual(['м/м 1']);
    expect(await list('first: 100, filter: { number: "кв. 12 a" }')).toEqual(['12А']);
    expect(await list('first: 100, filter: { entrance: 2 }')).toEqual([]);
    expect(await list('first: 1, sort: AREA_DESCENDING')).toEqual(['м/м 1']);
    expect(await list('last: 2')).toEqual(['10', '12А']);
  });

  it('are paged within each house of a page of houses', async () => {
    const document = `query ($after: String) { houses(first: 10, filter: { text: "садов 9" }) { nodes { number
      premises(first: 2, after: $after, filter: { kind: FLAT }) { totalCount nodes { number } pageInfo { hasNextPage endCursor } } } } }`;
    type Page = {
      premises: {
        totalCount: number;
        nodes: { number: string }[];
        pageInfo: { hasNextPage: boolean; endCursor: string | null };
      };
    };
    const { houses } = await app.ask<{ houses: { nodes: Page[] } }>(world.admin, document);
    expect(
      houses.nodes.map(({ premises }) => [
        premises.totalCount,
        premises.nodes.map(({ number }) => number),
        premises.pageInfo.hasNextPage,
      ]),
    ).toEqual([
      [5, ['1', '2'], true],
      [0, [], false],
      [3, ['7', '8'], true],
    ]);
    const after = houses.nodes[0]?.premises.pageInfo.endCursor;
    const { houses: next } = await app.ask<{ houses: { nodes: Page[] } }>(world.admin, document, { after });
    expect(next.nodes[0]?.premises.nodes.map(({ number }) => number)).toEqual(['3', '10']);
  });

  it('whose shares do not add up are paged too', async () => {
    const document = `query ($id: ID!, $after: String) { house(id: $id) { shareProblems(first: 4, after: $after) { totalCount
      nodes { missing premises { number } } pageInfo { hasNextPage endCursor } } } }`;
    type Problems = {
      house: {
        shareProblems: {
          totalCount: number;
          nodes: { premises: { number: string } }[];
          pageInfo: { hasNextPage: boolean; endCursor: string };
        };
      };
    };
    const one = (await app.ask<Problems>(world.admin, document, { id: garden })).house.shareProblems;
    expect([one.totalCount, one.nodes.length, one.pageInfo.hasNextPage]).toEqual([6, 4, true]);
    const two = (await app.ask<Problems>(world.admin, document, { id: garden, after: one.pageInfo.endCursor })).house
      .shareProblems;
    expect(two.nodes.map(({ premises }) => premises.number)).toEqual(['10', '12А']);
    expect(two.pageInfo.hasNextPage).toBe(false);
  });

  it('houses are found by shares that do not add up, exactly, and only by whoever serves them', async () => {
    const people = await Promise.all(['Первый', 'Второй', 'Третий'].map(async (name) => world.person(name)));
    const search = { hasShareProblems: true };
    for (const [number, last] of [
      ['3', '1/3'],
      ['4', '333333333/1000000000'],
      ['5', null],
    ] as const) {
      const flat = await world.premises(await world.house({ street: 'ул. Третья', number }), '30');
      for (const [at, share] of ['1/3', '1/3', last].entries()) {
        if (share !== null) await world.ownership(flat, people.slice(at, at + 1), share);
      }
    }
    expect(await found({ ...search, text: 'третья' })).toEqual(['4', '5']);
    expect(await found({ ...search, text: 'сад' })).toEqual(['9', 'Пруды 9']);
    expect(await found(search, keeper)).toEqual(['9']);
    expect(await found(search, await world.token(people[0] ?? ''))).toEqual([]);
  });
});

describe('persons', () => {
  const search = async (filter: Record<string, unknown>): Promise<string[]> => {
    const { persons } = await app.ask<{ persons: { totalCount: number; nodes: { displayName: string }[] } }>(
      world.admin,
      'query ($filter: PersonFilter) { persons(first: 50, filter: $filter) { totalCount nodes { displayName } } }',
      { filter },
    );
    expect(persons.totalCount).toBe(persons.nodes.length);
    return persons.nodes.map(({ displayName }) => displayName);
  };
  beforeAll(async () => {
    await world.person('Ёлкина', { givenName: 'Анна', patronymic: 'Петровна', snils: '112-233-445 95' });
    await world.person('Елкин', { givenName: 'Пётр' });
    await world.person('', {
      kind: 'COMPANY',
      familyName: null,
      givenName: null,
      bodyName: 'ООО «Ель»',
      ogrn: '1027700132195',
    });
  });

  it.each<[Record<string, unknown>, readonly string[]]>([
    [{ name: 'ёлк' }, ['Елкин Пётр', 'Ёлкина Анна Петровна']],
    [{ name: 'петр Елк' }, ['Елкин Пётр', 'Ёлкина Анна Петровна']],
    [{ name: 'ель ооо' }, ['ООО «Ель»']],
    [{ name: 'Елк', kind: 'COMPANY' }, []],
    [{ snils: '11223344595' }, ['Ёлкина Анна Петровна']],
    [{ snils: '112-233-445 96' }, []],
    [{ ogrn: '1027700132195' }, ['ООО «Ель»']],
    [{ ogrn: '1' }, []],
    [{ name: '%' }, []],
  ])('are found by %j', async (filter, whom) => {
    expect(await search(filter)).toEqual(whom);
  });
});

describe('the number of statements', () => {
  const document = `query ($houses: Int!, $premises: Int!) { houses(first: $houses, filter: { text: "длинная" }) { totalCount nodes { number
    totals { area } shareProblems(first: 1) { totalCount }
    premises(first: $premises) { totalCount nodes { number areaHistory { area } house { number } ownerships { share shareOfHouse holders { displayName } } } } } } }`;

  /** Background work asks, too, now and then: the fewest of three are those of the list alone. */
  async function statements(asker: string, houses: number, premises: number): Promise<number> {
    const counted: number[] = [];
    for (let turn = 0; turn < 3; turn += 1) counted.push(await statementsNow(asker, houses, premises));
    return Math.min(...counted);
  }

  async function statementsNow(asker: string, houses: number, premises: number): Promise<number> {
    const query = vi.spyOn(app.world.database.pool, 'query');
    try {
      const answer = await app.ask<{ houses: { nodes: { premises: { nodes: { ownerships: unknown[] }[] } }[] } }>(
        asker,
        document,
        { houses, premises },
      );
      expect(answer.houses.nodes).toHaveLength(houses);
      expect(
        answer.houses.nodes.flatMap((house) => house.premises.nodes.flatMap((one) => one.ownerships)),
      ).toHaveLength(houses * premises * 2);
      return query.mock.calls.length;
    } finally {
      query.mockRestore();
    }
  }

  it('is the same for a long list within a long list as for a short one, whoever asks', async () => {
    // Its looks at what is due would be counted too.
    await app.clockwork.stop();
    const owner = await world.person('Длинный');
    for (let house = 1; house <= 6; house += 1) {
      const houseId = await world.house({ street: 'ул. Длинная', number: String(house), organisationId: organisation });
      for (let number = 1; number <= 5; number += 1) {
        const premisesId = await world.premises(houseId, '50', { number: String(number) });
        for (const share of ['1/2', '1/3']) await world.ownership(premisesId, [owner], share);
      }
    }
    const askers = [world.admin, keeper, await world.token(owner)];
    // The first call of a token writes down that it was used.
    for (const asker of askers) await app.ask(asker, '{ viewer { accountId } }');
    const unused = async () => (await world.sql.query('select from access_token where last_used_at is null')).rowCount;
    await expect.poll(unused).toBe(0);
    for (const asker of askers) {
      const few = await statements(asker, 2, 1);
      expect(await statements(asker, 6, 5)).toBe(few);
      expect(few).toBeLessThanOrEqual(15);
    }
  });
});
