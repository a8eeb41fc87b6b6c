import { afterAll, beforeAll, expect, it } from 'vitest';
import { decodeId } from '../../src/kernel/global-id.ts';
import { administratorOf, enrol, type ConsoleOf } from '../console.ts';
import { startTestApp, type TestApp } from '../harness.ts';

let app: TestApp;
let administrator: ConsoleOf;
beforeAll(async () => {
  app = await startTestApp();
  administrator = await administratorOf(app);
});
afterAll(async () => app.stop());

it('finds an account and its roles by its login or the name of its person', async () => {
  const wanted = await enrol(app, administrator, { roles: [{ role: 'AUDITOR' }] });
  const namesake = await enrol(app, administrator, { roles: [{ role: 'AUDITOR' }] });
  const { accounts } = await administrator.ask<{ accounts: { nodes: { login: string }[] } }>(
    'query ($text: String!) { accounts(first: 10, filter: { text: $text, states: [ACTIVE, INVITED] }) { nodes { login } } }',
    { text: wanted.login },
  );
  expect(accounts.nodes).toEqual([{ login: wanted.login }]);
  await app.world.database.read(`update person set family_name = 'Соловьёва', given_name = 'Пелагея' where id = $1`, [
    decodeId('Person', wanted.personId),
  ]);
  const called = async (text: string) =>
    administrator.ask(
      `query ($text: String!) { accounts(first: 10, filter: { text: $text }) { nodes { login } }
         roleGrants(first: 10, filter: { text: $text }) { nodes { account { login } } } }`,
      { text },
    );
  const found = { login: wanted.login };
  expect(await called('пелагея соловьева')).toEqual({
    accounts: { nodes: [found] },
    roleGrants: { nodes: [{ account: found }] },
  });
  await app.world.database.read(`update person set family_name = 'Ёлкина', given_name = 'Пелагея' where id = $1`, [
    decodeId('Person', namesake.personId),
  ]);
  const byName = async (sort: string) =>
    administrator.ask(
      `{ accounts(first: 10, sort: ${sort}, filter: { text: "пелагея" }) { nodes { login } }
         roleGrants(first: 10, sort: ${sort}, filter: { text: "пелагея" }) { nodes { account { login } } } }`,
    );
  const first = { login: namesake.login };
  for (const [sort, nodes] of [
    ['NAME', [first, found]],
    ['NAME_DESCENDING', [found, first]],
  ] as const)
    expect(await byName(sort)).toEqual({
      accounts: { nodes },
      roleGrants: { nodes: nodes.map((account) => ({ account })) },
    });
  expect(await called('пелагея кукушкина')).toEqual({ accounts: { nodes: [] }, roleGrants: { nodes: [] } });
});
