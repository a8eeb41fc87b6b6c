import { describe, expect, it } from 'vitest';
import { everybody, people, type TwoHouses, type Who } from './two-houses.ts';

export function shownOfAHouse(scene: TwoHouses): void {
  describe('what is shown of a house', () => {
    it.each(people)('%s sees where it stands and what it adds up to', async (who) => {
      expect(await scene.register(scene.token(who))).toMatchObject({
        address: 'г. Москва, ул. Лесная, 1',
        totals: { area: '160.00' },
      });
    });

    it('nobody sees anything without signing in', async () => {
      const { errors, data } = await scene.app.askRaw(null, 'query ($id: ID!) { house(id: $id) { address } }', {
        id: scene.house,
      });
      expect([data?.['house'], errors?.[0]?.extensions.code]).toEqual([null, 'NOT_SIGNED_IN']);
    });

    const shown: Readonly<Record<Who, { premises: boolean; problems: boolean; names: readonly string[] }>> = {
      platform: { premises: true, problems: true, names: everybody },
      auditor: { premises: true, problems: true, names: everybody },
      operator: { premises: true, problems: true, names: everybody },
      keeperOfOrganisation: { premises: true, problems: true, names: everybody },
      keeperOfHouse: { premises: true, problems: true, names: everybody },
      ofAssembly: { premises: true, problems: true, names: everybody },
      keeperElsewhere: { premises: false, problems: false, names: [] },
      owner: { premises: true, problems: false, names: ['Собственников'] },
      spouse: { premises: true, problems: false, names: ['Собственникова'] },
      parent: { premises: true, problems: false, names: ['Детский'] },
      head: { premises: true, problems: false, names: ['ООО «Лавка»'] },
      neighbour: { premises: true, problems: false, names: ['Соседов'] },
      formerOwner: { premises: false, problems: false, names: [] },
      stranger: { premises: false, problems: false, names: [] },
    };
    it.each(people)('%s sees premises, flags and names of owners as the table says', async (who) => {
      const { premises, shareProblems } = await scene.register(scene.token(who));
      expect({
        premises: premises !== null,
        problems: shareProblems !== null,
        names: await scene.names(scene.token(who)),
      }).toEqual(shown[who]);
      const missing = premises?.nodes.map(({ missingShare }) => missingShare !== null) ?? [];
      expect(missing).toEqual(missing.map(() => shown[who].problems));
      const { premises: single } = await scene.app.ask<{ premises: unknown }>(
        scene.token(who),
        'query ($id: ID!) { premises(id: $id) { number } }',
        { id: scene.flat },
      );
      expect(single !== null).toBe(shown[who].premises);
    });

    it('a token for houses alone shows no names, and asks for no persons', async () => {
      const housesOnly = await scene.world.token(scene.owner, ['houses:read']);
      expect((await scene.register(housesOnly)).premises?.nodes).toHaveLength(4);
      expect(await scene.names(housesOnly)).toEqual([]);
      const { errors } = await scene.app.askRaw(housesOnly, '{ persons(first: 1) { totalCount } }');
      expect(errors?.[0]?.extensions.code).toBe('SCOPE_MISSING');
      const none = await scene.world.token(scene.owner, ['profile']);
      expect((await scene.app.askRaw(none, '{ houses(first: 1) { totalCount } }')).errors?.[0]?.extensions.code).toBe(
        'SCOPE_MISSING',
      );
    });

    it('node(id) is no side door', async () => {
      const nodes = async (who: Who): Promise<boolean[]> => {
        const answer = await scene.app.ask<{ nodes: unknown[] }>(
          scene.token(who),
          'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }',
          {
            ids: [scene.house, scene.flat, scene.owned, scene.owner],
          },
        );
        return answer.nodes.map((node) => node !== null);
      };
      expect(await nodes('keeperOfHouse')).toEqual([true, true, true, true]);
      expect(await nodes('owner')).toEqual([true, true, true, true]);
      expect(await nodes('neighbour')).toEqual([true, true, false, false]);
      expect(await nodes('keeperElsewhere')).toEqual([true, false, false, true]);
      expect(await nodes('stranger')).toEqual([true, false, false, false]);
    });
  });
}
