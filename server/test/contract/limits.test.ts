import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../harness.ts';
import { openWorld } from '../world.ts';

let app: TestApp;
let token: string;

beforeAll(async () => {
  app = await startTestApp();
  const world = await openWorld(app);
  token = await world.token(await world.person('Любопытная'));
  await world.close();
});
afterAll(async () => app.stop());

const levels = 9;
const deep = `{ myOwnerships { ${'premises { ownerships { '.repeat(levels)}id${' } }'.repeat(levels)} } }`;

test.each([
  ['depth', deep, 'GRAPHQL_VALIDATION_FAILED'],
  [
    'aliases',
    `{ ${Array.from({ length: 40 }, (_, at) => `a${at}: viewer { accountId }`).join(' ')} }`,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  ['tokens', `{ ${'viewer { accountId } '.repeat(700)} }`, 'GRAPHQL_PARSE_FAILED'],
  ['cost', '{ assemblies(first: 100) { nodes { roll(first: 100) { nodes { id } } } } }', 'QUERY_TOO_COSTLY'],
])('refuses too much %s before execution, with a code of its own', async (_what, query, code) => {
  const answer = await app.askRaw(token, query);
  expect(answer.data ?? null).toBeNull();
  expect(answer.errors?.map((error) => error.extensions.code)).toContain(code);
  expect(JSON.stringify(answer)).not.toContain('Internal error');
});

test('says what a query cost and what is left, in the answer and in headers', async () => {
  const response = await fetch(`${app.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: '{ viewer { accountId } }' }),
  });
  const body = (await response.json()) as { extensions: { cost: { asked: number; left: number } } };
  expect(body.extensions.cost.asked).toBeGreaterThan(0);
  expect(response.headers.get('x-cost-left')).toBe(String(body.extensions.cost.left));
  expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
});

test('refuses a body that is too large, a batch, and a form that a foreign page could send', async () => {
  const post = async (body: string, type = 'application/json') =>
    fetch(`${app.url}/graphql`, { method: 'POST', headers: { 'content-type': type }, body });
  expect((await post(JSON.stringify({ query: `{ viewer { accountId } } #${'x'.repeat(1_100_000)}` }))).status).toBe(
    413,
  );
  expect((await post(JSON.stringify([{ query: '{ __typename }' }]))).status).toBe(400);
  expect((await post('query={__typename}', 'text/plain')).status).toBeGreaterThanOrEqual(400);
  expect((await fetch(`${app.url}/graphql?query=${encodeURIComponent('{ viewer { accountId } }')}`)).status).toBe(400);
});

test('refuses a page beyond 1–100, and one without first or last', async () => {
  for (const page of ['first: 101', 'first: 0', '', 'first: 5, last: 5']) {
    const answer = await app.askRaw(token, `{ assemblies${page === '' ? '' : `(${page})`} { totalCount } }`);
    expect(answer.errors?.[0]?.extensions.code).toBe('INVALID_INPUT');
  }
});
