import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../src/kernel/new-id.ts';
import { startTestApp, type TestApp } from '../harness.ts';
import { gid, openWorld, type World } from '../world.ts';
import { announce, draft } from './voting-api.ts';

let app: TestApp;
let world: World;
let keeper: string;
let house: string;
let owner: string;
let child: string;
let number = 0;

beforeAll(async () => {
  app = await startTestApp();
  world = await openWorld(app);
  const organisation = await world.organisation('УК');
  house = await world.house('улица Видная', { organisation });
  const person = await world.person('Администратор');
  await world.role(person, 'ASSEMBLY_ADMINISTRATOR', { organisation });
  keeper = await world.token(person);
  owner = await world.person('Собственник');
  child = await world.person('Дитя', { comesOfAgeOn: '2026-03-01' });
  await world.owns(owner, await world.premises(house, '1', '50'));
  await world.owns(child, await world.premises(house, '2', '50'));
});
afterAll(async () => {
  await world.close();
  await app.stop();
});

/** A new assembly of the house, announced now: nobody stands on its roll yet. */
async function announced(): Promise<string> {
  const at = (days: number) => new Date(app.clock.now() + days * 86_400_000).toISOString();
  number += 1;
  const made = await draft(app, keeper, {
    houseId: gid.house(house),
    form: 'SYSTEM',
    title: `Собрание ${number}`,
    initiatorPersonId: gid.person(owner),
    administratorPersonId: gid.person(owner),
    handedToAdministratorAt: at(0),
    opensAt: at(20),
    closesAt: at(40),
    agenda: [{ code: '4.1', wording: 'Утвердить текущий ремонт кровли' }],
  });
  if (!made.assembly) throw new Error(JSON.stringify(made.userErrors));
  const { assembly, userErrors } = await announce(app, keeper, made.assembly);
  if (!assembly) throw new Error(JSON.stringify(userErrors));
  return assembly.id;
}

async function sees(token: string, id: string): Promise<boolean> {
  const answer = await app.ask<{ assembly: object | null; assemblies: { nodes: { id: string }[] } }>(
    token,
    'query ($id: ID!) { assembly(id: $id) { id } assemblies(first: 100) { nodes { id } } }',
    { id },
  );
  const listed = answer.assemblies.nodes.some((one) => one.id === id);
  expect(listed).toBe(answer.assembly !== null);
  return listed;
}

describe('an announced assembly is seen', () => {
  it('by an owner, until the last premises in the house are sold', async () => {
    const seller = await world.person('Продавец');
    const token = await world.token(seller);
    expect(await sees(token, await announced())).toBe(false);
    const ownership = await world.owns(seller, await world.premises(house, '3', '50'));
    expect(await sees(token, await announced())).toBe(true);
    const end = new Date(app.clock.now() + 86_400_000);
    await world.sql.query('update ownership set until = $2 where id = $1', [ownership, end]);
    expect(await sees(token, await announced())).toBe(true);
    app.clock.set(end.getTime());
    expect(await sees(token, await announced())).toBe(false);
  });

  it('by the holder of a proxy, until its term is over or it is revoked', async () => {
    const holder = await world.person('Представитель');
    const token = await world.token(holder);
    const until = new Date(app.clock.now() + 86_400_000);
    const proxy = async (): Promise<string> => {
      const id = newId();
      await world.sql.query(
        `insert into proxy (id, house_id, owner_id, holder_id, may_vote, document_kind, valid_from, valid_until, registered_at)
         values ($1, $2, $3, $4, true, 'доверенность', '2026-01-01', $5, '2026-01-01')`,
        [id, house, owner, holder, until],
      );
      return id;
    };
    const first = await proxy();
    expect(await sees(token, await announced())).toBe(true);
    await world.sql.query('update proxy set revoked_at = $2 where id = $1', [first, new Date(app.clock.now())]);
    expect(await sees(token, await announced())).toBe(false);
    await proxy();
    expect(await sees(token, await announced())).toBe(true);
    app.clock.set(until.getTime());
    expect(await sees(token, await announced())).toBe(false);
  });

  it('by a parent, until the child is of age', async () => {
    const parent = await world.person('Родитель');
    const token = await world.token(parent);
    await world.sql.query(
      `insert into guardianship (id, child_id, parent_id, document, since) values ($1, $2, $3, 'свидетельство', '2020-01-01')`,
      [newId(), child, parent],
    );
    expect(await sees(token, await announced())).toBe(true);
    app.clock.set(Date.parse('2026-03-01T00:00:00+03:00') - 1);
    expect(await sees(token, await announced())).toBe(true);
    app.clock.set(Date.parse('2026-03-01T00:00:00+03:00'));
    expect(await sees(token, await announced())).toBe(false);
  });
});
