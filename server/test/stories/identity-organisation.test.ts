import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { atOnce } from '../at-once.ts';
import { administratorOf, enrol, type ConsoleOf, type Enrolled } from '../console.ts';
import { startTestApp, type TestApp } from '../harness.ts';

interface Answer {
  readonly organisation: { readonly id: string; readonly version: number };
}

let app: TestApp;
let administrator: ConsoleOf;
let made: Answer;
let organisationId: string;
let keeper: Enrolled;

const fields = 'organisation { id kind name ogrn postAddress phone site version }';
const company = {
  kind: 'MANAGING_COMPANY',
  name: ' ООО «УК  Дом» ',
  ogrn: '1027700132195',
  phone: '8 495 123-45-67',
  site: 'https://uk.example',
};

beforeAll(async () => {
  app = await startTestApp();
  administrator = await administratorOf(app);
  made = await administrator.call<Answer>('createOrganisation', company, fields);
  organisationId = made.organisation.id;
  keeper = await enrol(app, administrator, { roles: [{ role: 'ASSEMBLY_ADMINISTRATOR', organisationId }] });
});
afterAll(async () => app.stop());

async function version(): Promise<number> {
  const { node } = await administrator.ask<{ node: { version: number } }>(
    'query ($id: ID!) { node(id: $id) { ... on Organisation { version } } }',
    { id: organisationId },
  );
  return node.version;
}

describe('an organisation', () => {
  it('is kept in one form', () => {
    expect(made).toMatchObject({
      organisation: {
        kind: 'MANAGING_COMPANY',
        name: 'ООО «УК Дом»',
        ogrn: '1027700132195',
        phone: '+74951234567',
        postAddress: null,
        version: 1,
      },
      userErrors: [],
    });
  });

  it('is entered once, with a number that checks out', async () => {
    const create = async (change: object) =>
      (await administrator.call('createOrganisation', { ...company, ...change })).userErrors;
    expect(await create({ name: 'Другая' })).toMatchObject([{ code: 'DUPLICATE', field: ['input', 'ogrn'] }]);
    expect(await create({ ogrn: '1027700132196' })).toMatchObject([
      { code: 'INVALID_INPUT', field: ['input', 'ogrn'] },
    ]);
    expect(await create({ ogrn: '1000000000000', name: '' })).toMatchObject([
      { code: 'INVALID_INPUT', field: ['input', 'name'] },
    ]);
    expect(await create({ ogrn: '1000000000000', site: 'javascript:alert(1)' })).toMatchObject([
      { code: 'INVALID_INPUT', field: ['input', 'site'] },
    ]);
  });

  it('tells its administrator’s contacts from its name', async () => {
    const amend = async (change: object) =>
      keeper.console.call<Answer>('amendOrganisation', { organisationId, version: await version(), ...change }, fields);
    expect(await amend({ postAddress: 'Москва, а/я 1', phone: null })).toMatchObject({
      organisation: { postAddress: 'Москва, а/я 1', phone: null, site: 'https://uk.example', name: 'ООО «УК Дом»' },
      userErrors: [],
    });
    expect((await amend({ name: 'ООО «Чужое имя»' })).userErrors).toMatchObject([{ code: 'NOT_ALLOWED' }]);
    expect((await amend({ ogrn: '1000000000000' })).userErrors).toMatchObject([{ code: 'NOT_ALLOWED' }]);
  });

  it('is renamed by the platform; two editors at once are told', async () => {
    const before = await version();
    const both = await atOnce(app, 'organisation', 2, async () =>
      administrator.call<Answer>(
        'amendOrganisation',
        { organisationId, version: before, name: 'ООО «УК Новая»' },
        fields,
      ),
    );
    expect(both.map(({ userErrors }) => userErrors[0]?.code ?? 'OK').filter((code) => code === 'OK')).toHaveLength(1);
    expect(both.flatMap(({ userErrors }) => userErrors)).toMatchObject([{ code: 'STALE_VERSION' }]);
    expect(await version()).toBe(before + 1);
  });

  it('does not take another one’s number', async () => {
    await administrator.call('createOrganisation', { kind: 'HOA', name: 'ТСЖ «Сосед»', ogrn: '1000000000000' });
    const { userErrors } = await administrator.call('amendOrganisation', {
      organisationId,
      version: await version(),
      ogrn: '1000000000000',
    });
    expect(userErrors).toMatchObject([{ code: 'DUPLICATE', field: ['input', 'ogrn'] }]);
    const unknown = await administrator.call('amendOrganisation', {
      organisationId: 'OR_AAAAAAAAAAAAAAAAAAAAAA',
      version: 1,
    });
    expect(unknown.userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
  });

  it('is found by name, kind and number', async () => {
    const found = async (filter: Record<string, unknown>) => {
      const answer = await keeper.console.ask<{ organisations: { nodes: { ogrn: string }[] } }>(
        'query ($filter: OrganisationFilterInput) { organisations(first: 10, filter: $filter) { nodes { ogrn } } }',
        { filter },
      );
      return answer.organisations.nodes.map(({ ogrn }) => ogrn);
    };
    expect(await found({ text: 'УК' })).toEqual(['1027700132195']);
    expect(await found({ kind: 'HOA' })).toEqual(['1000000000000']);
    expect(await found({ ogrn: '1000000000000' })).toEqual(['1000000000000']);
    expect(await found({ text: '%' })).toEqual([]);
  });
});

describe('anything by its id', () => {
  const nodes = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id __typename } }';

  it('is there for whoever may see it, and null for everybody else, in the order asked', async () => {
    const ids = [organisationId, keeper.accountId, keeper.personId, 'nonsense', 'OR_AAAAAAAAAAAAAAAAAAAAAA'];
    expect(await administrator.ask(nodes, { ids })).toEqual({
      nodes: [
        { id: organisationId, __typename: 'Organisation' },
        { id: keeper.accountId, __typename: 'Account' },
        { id: keeper.personId, __typename: 'Person' },
        null,
        null,
      ],
    });
    const stranger = await enrol(app, administrator);
    expect(await stranger.console.ask(nodes, { ids })).toEqual({
      nodes: [{ id: organisationId, __typename: 'Organisation' }, null, null, null, null],
    });
    expect(await stranger.console.ask(nodes, { ids: [stranger.accountId, stranger.personId] })).toMatchObject({
      nodes: [{ id: stranger.accountId }, { id: stranger.personId }],
    });
  });

  it('comes at most a hundred at a time', async () => {
    const hundred = Array.from({ length: 100 }, () => organisationId);
    expect(await administrator.ask(nodes, { ids: hundred })).toMatchObject({ nodes: { length: 100 } });
    const refused = await administrator.askRaw(nodes, { ids: [...hundred, organisationId] });
    expect(refused.errors).toMatchObject([{ extensions: { code: 'INVALID_INPUT' } }]);
  });

  it('costs as much as was asked for', async () => {
    const deep = 'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on House { premises(first: 100) { nodes { id } } } } }';
    const refused = await administrator.askRaw(deep, { ids: Array.from({ length: 100 }, () => organisationId) });
    expect(refused.errors).toMatchObject([{ extensions: { code: 'QUERY_TOO_COSTLY' } }]);
    const one = await administrator.askRaw(deep, { ids: [organisationId] });
    expect(one.errors).toBeUndefined();
  });
});
