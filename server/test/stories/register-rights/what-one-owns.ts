import { describe, expect, it } from 'vitest';
import type { TwoHouses, Who } from './two-houses.ts';

export function whatOneOwns(scene: TwoHouses): void {
  describe('what one owns', () => {
    async function mine(who: Who): Promise<unknown> {
      const { myOwnerships } = await scene.app.ask<{ myOwnerships: unknown }>(
        scene.token(who),
        '{ myOwnerships { share joint weight weightText shareOfHouse percentOfHouse premises { area house { address } } holders { displayName } } }',
      );
      return myOwnerships;
    }

    it('an owner sees premises, share and exact weight', async () => {
      expect(await mine('owner')).toEqual([
        {
          share: '1',
          joint: true,
          weight: '50',
          weightText: '50.00',
          shareOfHouse: '5/16',
          percentOfHouse: '31.25',
          premises: { area: '50.00', house: { address: 'г. Москва, ул. Лесная, 1' } },
          holders: [{ displayName: 'Собственников Иван' }],
        },
        {
          share: '1/2',
          joint: false,
          weight: '20',
          weightText: '20.00',
          shareOfHouse: '1/2',
          percentOfHouse: '50.00',
          premises: { area: '40.00', house: { address: 'г. Москва, ул. Лесная, 2' } },
          holders: [{ displayName: 'Собственников Иван' }],
        },
      ]);
    });

    it('a parent sees what the child owns, a head what the company does, nobody what they sold', async () => {
      expect(await mine('parent')).toMatchObject([{ weight: '30', holders: [{ displayName: 'Детский Иван' }] }]);
      expect(await mine('head')).toMatchObject([{ weight: '20', holders: [{ displayName: 'ООО «Лавка»' }] }]);
      expect(await mine('formerOwner')).toEqual([]);
      expect(await mine('stranger')).toEqual([]);
    });
  });
}
