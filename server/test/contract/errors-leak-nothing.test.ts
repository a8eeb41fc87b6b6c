import { createClient } from 'graphql-ws';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { startTestApp, type TestApp } from '../harness.ts';
import { openWorld, type World } from '../world.ts';

let app: TestApp;
let world: World;
let administrator: string;

beforeAll(async () => {
  app = await startTestApp({ environment: { LOG_LEVEL: 'silent' } });
  world = await openWorld(app);
  const person = await world.person('Тайнова');
  await world.role(person, 'PLATFORM_ADMINISTRATOR');
  administrator = await world.token(person);
});
afterAll(async () => {
  await world.close();
  await app.stop();
});

/** What no stranger may read: a stack, a path, a query, the name of a table, of a constraint or of a driver, a row. */
const leaks = [
  /\bat .+:\d+:\d+/,
  /\.(ts|js|mjs):\d+/,
  /node_modules|\/src\/|\/server\//,
  /\b(select|insert|update|delete) .+ (from|into|set) /i,
  /\b(organisation_away|assembly_away|role_grant|ownership_holder|access_token|sign_in_attempt|veche_app)\b/,
  /relation "|column "|constraint "|syntax error at|SQLSTATE|DriverException|DatabaseError|mikro|pg_/i,
  /stacktrace|"stack"|originalError|"exception"/i,
  /Тайнова/,
];

function expectNoLeak(text: string): void {
  for (const leak of leaks) expect(text).not.toMatch(leak);
}

async function post(body: string, headers: Record<string, string> = {}): Promise<{ status: number; text: string }> {
  const response = await fetch(`${app.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${administrator}`, ...headers },
    body,
  });
  return { status: response.status, text: await response.text() };
}

async function ask(
  query: string,
  variables: Record<string, unknown> = {},
): Promise<{ code: string | undefined; text: string }> {
  const { text } = await post(JSON.stringify({ query, variables }));
  const { errors } = JSON.parse(text) as { errors?: { extensions: { code: string } }[] };
  return { code: errors?.[0]?.extensions.code, text };
}

/** Something breaks that nobody expected: a table is not where it was. */
async function without<Result>(table: 'organisation' | 'assembly', work: () => Promise<Result>): Promise<Result> {
  const owner = new pg.Client({ connectionString: app.databaseUrl });
  await owner.connect();
  await owner.query(`alter table ${table} rename to ${table}_away`);
  try {
    return await work();
  } finally {
    await owner.query(`alter table ${table}_away rename to ${table}`);
    await owner.end();
  }
}

const asCursor = (...values: unknown[]): string => Buffer.from(JSON.stringify(values)).toString('base64url');

describe('a bug', () => {
  it.each([
    ['in a query', '{ organisations(first: 1) { nodes { name } totalCount } }'],
    ['in a field of a query', '{ viewer { accountId } organisations(first: 1) { totalCount } }'],
    [
      'in a mutation',
      'mutation { createOrganisation(input: { kind: HOA, name: "ТСЖ", ogrn: "1027700132195" }) { userErrors { message } } }',
    ],
  ])('%s is masked, with the number of the request to quote', async (_where, document) => {
    const { code, text } = await without('organisation', async () => ask(document));
    expect(code).toBe('INTERNAL');
    expect(text).toMatch(/"requestId":"[\da-f-]{36}"/);
    expectNoLeak(text);
  });

  it('is masked over a socket as well', async () => {
    const client = createClient({
      url: `${app.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      connectionParams: { authorization: `Bearer ${administrator}` },
    });
    const answer = await without('assembly', async () =>
      client
        .iterate({ query: 'subscription { countChanged(assemblyId: "AS_AAAAAAAAAAAAAAAAAAAAAA") { sequence } }' })
        .next()
        .then(({ value }) => JSON.stringify(value))
        .catch((refused: unknown) => JSON.stringify(refused)),
    );
    await client.dispose();
    expect(answer).toContain('"code":"INTERNAL"');
    expectNoLeak(answer);
  });
});

describe('a fault of the caller', () => {
  it.each<[string, string, Record<string, unknown>, string]>([
    ['a text that is no query', '{ viewer {', {}, 'GRAPHQL_PARSE_FAILED'],
    ['a field that is not there', '{ passwords { hash } }', {}, 'GRAPHQL_VALIDATION_FAILED'],
    [
      'a variable of a wrong kind',
      'query ($n: Int) { accounts(first: $n) { totalCount } }',
      { n: 'many' },
      'BAD_USER_INPUT',
    ],
    [
      'a number beyond all numbers',
      'query ($n: Int) { accounts(first: $n) { totalCount } }',
      { n: 1e12 },
      'BAD_USER_INPUT',
    ],
    ['no page', '{ accounts { totalCount } }', {}, 'INVALID_INPUT'],
    ['a page of nothing', '{ accounts(first: 0) { totalCount } }', {}, 'INVALID_INPUT'],
    ['a page of too much', '{ accounts(first: 101) { totalCount } }', {}, 'INVALID_INPUT'],
    ['both ends of a list', '{ accounts(first: 1, last: 1) { totalCount } }', {}, 'INVALID_INPUT'],
    [
      'a cursor of nonsense',
      '{ accounts(first: 1, after: "nonsense") { totalCount nodes { id } } }',
      {},
      'INVALID_INPUT',
    ],
    [
      'a cursor of another list',
      'query ($after: String) { journal(first: 1, after: $after) { nodes { id } } }',
      { after: asCursor('2026-02-01', '00000000-0000-0000-0000-000000000000') },
      'INVALID_INPUT',
    ],
    [
      'a cursor with SQL in it',
      'query ($after: String) { journal(first: 1, after: $after) { nodes { id } } }',
      { after: asCursor("1'; drop table journal") },
      'INVALID_INPUT',
    ],
    [
      'a cursor of too many numbers',
      'query ($after: String) { journal(first: 1, after: $after) { nodes { id } } }',
      { after: asCursor('1', '2', '3') },
      'INVALID_INPUT',
    ],
    [
      'a cursor of nothing',
      'query ($after: String) { accounts(first: 1, after: $after) { nodes { id } } }',
      { after: asCursor(null, null) },
      'INVALID_INPUT',
    ],
    [
      'a character that cannot be stored',
      'query ($text: String) { accounts(first: 1, filter: { text: $text }) { nodes { id } } }',
      { text: '\u0000' },
      'BAD_USER_INPUT',
    ],
    [
      'an id of another kind',
      'query ($id: ID!) { house(id: $id) { id } }',
      { id: 'PE_AAAAAAAAAAAAAAAAAAAAAA' },
      'NOT_FOUND',
    ],
    ['an id of nonsense', 'query ($id: ID!) { house(id: $id) { id } }', { id: "' or 1=1 --" }, 'NOT_FOUND'],
    [
      'too deep a query',
      `{ node(id: "x") ${'{ ... on House { organisation '.repeat(15)} { id } ${'} }'.repeat(15)} }`,
      {},
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'too costly a query',
      '{ houses(first: 100) { nodes { premises(first: 100) { nodes { id } } } } }',
      {},
      'QUERY_TOO_COSTLY',
    ],
  ])('%s is named, and nothing of ours with it', async (_what, query, variables, code) => {
    const answer = await ask(query, variables);
    expect(answer.code).toBe(code);
    expectNoLeak(answer.text.replaceAll(/"facts":\{[^}]*\}/g, ''));
  });

  it.each<[string, string, Record<string, string>]>([
    ['a body that is no JSON', '{', {}],
    ['a body of another kind', 'query=x', { 'content-type': 'text/plain' }],
    ['a body that is a list', '[{"query":"{ viewer { accountId } }"}]', {}],
    ['an empty body', '', {}],
    ['a body of two megabytes', JSON.stringify({ query: ' '.repeat(2_000_000) }), {}],
  ])('%s is refused before it is read', async (_what, body, headers) => {
    const { status, text } = await post(body, headers);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expectNoLeak(text);
  });

  it.each([
    '/graphql',
    '/nothing',
    '/%00',
    '/files/nothing',
    '/../etc/passwd',
    '/graphql?query=mutation%7BsignOut%7BsignedOut%7D%7D',
  ])('asking for %s gives nothing away', async (path) => {
    const response = await fetch(`${app.url}${path}`);
    expect(response.status).toBeLessThan(500);
    expectNoLeak(await response.text());
  });
});
