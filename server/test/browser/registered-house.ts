import { decodeId } from '../../src/kernel/global-id.ts';
import { startTestApp, type TestApp } from '../harness.ts';
import { registerWorld, type RegisterWorld } from '../register-world.ts';
import { openWorld } from '../world.ts';
import type { SignIn } from './chromium.ts';

/** A house of two entrances with what happens to registers: a sale, a corrected area, a missing third, an unknown owner, a child. */
export interface RegisteredHouse {
  readonly app: TestApp;
  readonly world: RegisterWorld;
  readonly keeper: SignIn;
  readonly houseId: string;
  /** A house of the same keeper without any premises. */
  readonly emptyId: string;
  /** Sold once, its area corrected. */
  readonly soldId: string;
  /** Two thirds have an owner. */
  readonly thirdsId: string;
  readonly childsId: string;
  close(): Promise<void>;
}

export async function buildRegisteredHouse(): Promise<RegisteredHouse> {
  const app = await startTestApp({ start: Date.now() });
  const world = await registerWorld(app);
  const sql = await openWorld(app);
  const organisation = await world.organisation('УК «Лесная»');
  const keeperPerson = await sql.person('Реестрова');
  await sql.role(keeperPerson, 'ASSEMBLY_ADMINISTRATOR', { organisation: decodeId('Organisation', organisation) });
  await sql.token(keeperPerson);
  const { rows } = await sql.sql.query<{ login: string }>('select login from account where person_id = $1', [
    keeperPerson,
  ]);
  const place = { organisationId: organisation, settlement: 'г. Москва', street: 'ул. Лесная' };
  const houseId = await world.house({ ...place, number: '7', entrances: 2, storeys: 5, yearBuilt: 1974 });
  const emptyId = await world.house({ ...place, number: '9' });
  const flats = new Map<number, string>();
  const people = await Promise.all(
    ['Берёзкина', 'Дубов', 'Елкин', 'Ивушкина', 'Клёнов', 'Осинин'].map(async (name) => world.person(name)),
  );
  const one = (at: number): string => people[at % people.length] ?? '';
  const owned = '2020-03-01T00:00:00Z';
  for (let number = 1; number <= 20; number += 1) {
    const flat = await world.premises(houseId, `${40 + (number % 4) * 9}.${number % 10}0`, {
      number: String(number),
      entrance: number <= 10 ? 1 : 2,
      floor: Math.ceil((number <= 10 ? number : number - 10) / 2),
    });
    flats.set(number, flat);
    if (number > 3) await world.ownership(flat, [one(number)], '1', { since: owned });
  }
  await world.premises(houseId, '14.20', { number: '1', kind: 'PARKING', floor: -1 });
  const [soldId = '', thirdsId = '', childsId = ''] = [1, 2, 3].map((number) => flats.get(number));
  await world.ownership(soldId, [one(0), one(1)], '1', { since: owned });
  await world.idOf(world.admin, 'recordTransfer', 'premises', {
    premisesId: soldId,
    fromPersonId: one(0),
    toIds: [one(2)],
    title: { kind: 'договор купли-продажи', number: '77:01/2024-1', date: '2024-05-17' },
    at: '2024-05-20T00:00:00Z',
  });
  await world.idOf(world.admin, 'correctArea', 'premises', {
    premisesId: soldId,
    area: '52.40',
    document: 'Техпаспорт',
  });
  await world.ownership(thirdsId, [one(3)], '2/3', { since: owned });
  const child = await world.person('Росткова', { birthDate: `${new Date().getFullYear() - 9}-01-15` });
  await world.ownership(childsId, [child], '1', { since: owned });
  return {
    app,
    world,
    keeper: { login: rows[0]?.login ?? '', password: 'a long enough password' },
    houseId,
    emptyId,
    soldId,
    thirdsId,
    childsId,
    close: async () => {
      await sql.close();
      await world.close();
      await app.stop();
    },
  };
}
