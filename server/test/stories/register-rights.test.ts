import { expect, it } from 'vitest';
import { shownOfAHouse } from './register-rights/shown-of-a-house.ts';
import { TwoHouses } from './register-rights/two-houses.ts';
import { whatOneOwns } from './register-rights/what-one-owns.ts';
import { whoKeepsIt } from './register-rights/who-keeps-it.ts';
import { whomOneSees } from './register-rights/whom-one-sees.ts';
import { standing } from './standing.ts';

const scene = standing(new TwoHouses());

shownOfAHouse(scene);
whomOneSees(scene);
whatOneOwns(scene);
whoKeepsIt(scene);

it('a parent acts for a child until the day the child comes of age, in Moscow', async () => {
  const grown = await scene.world.person('Взрослов', { birthDate: '2008-02-03' });
  await scene.world.ownership(await scene.world.premises(scene.house, '10'), [grown]);
  const record = { childId: grown, parentId: scene.parent, document: 'свидетельство' };
  await scene.world.idOf(scene.world.admin, 'recordGuardianship', 'guardianship', record);
  const seen = async (): Promise<string[]> => {
    const answer = await scene.app.ask<{ myOwnerships: { holders: { familyName: string }[] }[] }>(
      scene.token('parent'),
      '{ myOwnerships { holders { familyName } } }',
    );
    return answer.myOwnerships.flatMap(({ holders }) => holders.map(({ familyName }) => familyName)).toSorted();
  };
  scene.app.clock.set(Date.parse('2026-02-02T23:59:59.999+03:00'));
  expect(await seen()).toEqual(['Взрослов', 'Детский']);
  scene.app.clock.set(Date.parse('2026-02-03T00:00:00+03:00'));
  expect(await seen()).toEqual(['Детский']);
});
