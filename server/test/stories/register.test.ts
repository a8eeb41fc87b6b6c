import { beforeEach, expect, it } from 'vitest';
import { aGuardianship } from './register/a-guardianship.ts';
import { aHouse } from './register/a-house.ts';
import { anOwnership } from './register/an-ownership.ts';
import { ChangingRegister, title } from './register/changing-register.ts';
import { premisesOfAHouse } from './register/premises.ts';
import { standing } from './standing.ts';

const scene = standing(new ChangingRegister());
beforeEach(() => scene.app.clock.set(scene.app.clock.now() + 60_000));

aHouse(scene);
premisesOfAHouse(scene);
anOwnership(scene);
aGuardianship(scene);

it('leaves exactly one journal row for each change, without names or papers', async () => {
  const flat = await scene.world.premises(await scene.world.house(), '33');
  const [seller, buyer] = [await scene.world.person('Журналов'), await scene.world.person('Журналова')];
  const ownershipId = await scene.world.ownership(flat, [seller]);
  const { rows: before } = await scene.world.sql.query<{ id: string }>('select max(id) as id from journal');
  await scene.change('recordTransfer', { ownershipId, toIds: [buyer], share: '1/3', title }, '__typename');
  const { rows } = await scene.world.sql.query<{ command: string; ids: Record<string, unknown>; changes: unknown }>(
    'select command, ids, changes from journal where id > $1',
    [before[0]?.id],
  );
  expect(rows).toHaveLength(1);
  expect(rows[0]?.command).toBe('recordTransfer');
  expect(Object.keys(rows[0]?.ids ?? {}).toSorted()).toEqual(['from', 'holders', 'house', 'kept', 'premises', 'to']);
  expect(rows[0]?.changes).toEqual({ at: scene.now(), share: '1/3' });
});
