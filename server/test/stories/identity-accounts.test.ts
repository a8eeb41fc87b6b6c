import { afterAll, beforeAll, expect, it } from 'vitest';
import { administratorOf, enrol, type ConsoleOf } from '../console.ts';
import { startTestApp, type TestApp } from '../harness.ts';

let app: TestApp;
let administrator: ConsoleOf;
beforeAll(async () => {
  app = await startTestApp();
  administrator = await administratorOf(app);
});
afterAll(async () => app.stop());

it('finds an account by its login among those in several states', async () => {
  const wanted = await enrol(app, administrator);
  await enrol(app, administrator);
  const { accounts } = await administrator.ask<{ accounts: { nodes: { login: string }[] } }>(
    'query ($text: String!) { accounts(first: 10, filter: { text: $text, states: [ACTIVE, INVITED] }) { nodes { login } } }',
    { text: wanted.login },
  );
  expect(accounts.nodes).toEqual([{ login: wanted.login }]);
});
