import { describe, expect, it } from 'vitest';
import { everybody, type TwoHouses, type Who } from './two-houses.ts';

export function whomOneSees(scene: TwoHouses): void {
  describe('whom one sees', () => {
    async function seen(who: Who): Promise<string[]> {
      const { persons } = await scene.app.ask<{
        persons: { nodes: { familyName: string | null; bodyName: string | null }[]; totalCount: number };
      }>(scene.token(who), '{ persons(first: 100) { totalCount nodes { familyName bodyName } } }');
      expect(persons.totalCount).toBe(persons.nodes.length);
      const ours = [...everybody, 'Родительская', 'Директоров', 'Бывшев', 'Прохожев', 'Новичков'];
      return persons.nodes
        .map(({ familyName, bodyName }) => familyName ?? bodyName ?? '')
        .filter((name) => ours.includes(name))
        .toSorted();
    }

    const ofTheHouse = [...everybody, 'Бывшев', 'Директоров', 'Родительская'].toSorted();
    it.each<[Who, readonly string[]]>([
      ['platform', [...ofTheHouse, 'Прохожев'].toSorted()],
      ['auditor', [...ofTheHouse, 'Прохожев'].toSorted()],
      ['operator', [...ofTheHouse, 'Прохожев'].toSorted()],
      ['keeperOfOrganisation', ofTheHouse],
      ['keeperOfHouse', ofTheHouse],
      ['ofAssembly', ofTheHouse],
      ['keeperElsewhere', ['Собственников']],
      ['owner', ['Собственников']],
      ['parent', ['Детский', 'Родительская']],
      ['head', ['Директоров', 'ООО «Лавка»']],
      ['stranger', ['Прохожев']],
    ])('%s', async (who, whom) => {
      expect(await seen(who)).toEqual(whom);
    });

    it('one by one the same: not found is all that a stranger learns', async () => {
      const person = async (who: Who, id: string) =>
        (
          await scene.app.ask<{ person: unknown }>(
            scene.token(who),
            'query ($id: ID!) { person(id: $id) { familyName } }',
            { id },
          )
        ).person;
      expect(await person('keeperOfHouse', scene.owner)).toEqual({ familyName: 'Собственников' });
      expect(await person('stranger', scene.owner)).toBeNull();
      expect(await person('neighbour', scene.owner)).toBeNull();
      expect(await person('stranger', 'PE_AAAAAAAAAAAAAAAAAAAAAA')).toBeNull();
    });

    it('whoever they entered, before that person owns anything', async () => {
      await scene.world.person('Новичков', {}, scene.token('keeperElsewhere'));
      expect(await seen('keeperElsewhere')).toEqual(['Новичков', 'Собственников']);
      expect(await seen('keeperOfHouse')).toEqual(ofTheHouse);
    });

    it('a person known by number is found by whoever enters them again, and only then', async () => {
      const search = async (): Promise<number> => {
        const filter = { snils: '11223344595' };
        const document = 'query ($filter: PersonFilter) { persons(first: 1, filter: $filter) { totalCount } }';
        return (
          await scene.app.ask<{ persons: { totalCount: number } }>(scene.token('keeperOfHouse'), document, { filter })
        ).persons.totalCount;
      };
      const secret = await scene.world.person('Тайный', { snils: '087-654-303 00' });
      const find = 'query ($id: ID!) { person(id: $id) { id } }';
      expect(await search()).toBe(1);
      expect(await scene.app.ask(scene.token('keeperOfHouse'), find, { id: secret })).toEqual({ person: null });
      await scene.world.person('Тайный', { snils: '08765430300' }, scene.token('keeperOfHouse'));
      expect(await scene.app.ask(scene.token('keeperOfHouse'), find, { id: secret })).toEqual({
        person: { id: secret },
      });
    });

    it('owners of one house are found by whoever sees what they own there', async () => {
      const owners = async (who: Who, house: string): Promise<string[]> => {
        const { persons } = await scene.app.ask<{ persons: { nodes: { displayName: string }[] } }>(
          scene.token(who),
          'query ($filter: PersonFilter) { persons(first: 100, filter: $filter) { nodes { displayName } } }',
          { filter: { ownsInHouseId: house } },
        );
        return persons.nodes.map(({ displayName }) => displayName.split(' ')[0] ?? '');
      };
      const here = await owners('keeperOfHouse', scene.house);
      expect(here).toContain('Собственников');
      // Who sold, and through whom an owner acts, owns nothing.
      expect(here.filter((name) => ['Бывшев', 'Родительская', 'Директоров'].includes(name))).toEqual([]);
      expect(await owners('keeperElsewhere', scene.elsewhere)).toEqual(['Собственников']);
      expect(await owners('keeperElsewhere', scene.house)).toEqual([]);
      expect(await owners('owner', scene.house)).toEqual(['Собственников']);
      expect(await owners('stranger', scene.house)).toEqual([]);
    });

    it('what a person owns, scene.house by house', async () => {
      const ownerships = async (who: Who): Promise<number> => {
        const document = 'query ($id: ID!) { person(id: $id) { ownerships { id } } }';
        return (
          await scene.app.ask<{ person: { ownerships: unknown[] } }>(scene.token(who), document, { id: scene.owner })
        ).person.ownerships.length;
      };
      expect([
        await ownerships('platform'),
        await ownerships('keeperOfHouse'),
        await ownerships('keeperElsewhere'),
        await ownerships('owner'),
      ]).toEqual([2, 1, 1, 2]);
    });
  });
}
