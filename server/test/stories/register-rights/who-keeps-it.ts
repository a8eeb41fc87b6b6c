import { describe, expect, it } from 'vitest';
import { refusals } from '../../register-world.ts';
import { people, type TwoHouses, type Who } from './two-houses.ts';

export function whoKeepsIt(scene: TwoHouses): void {
  describe('who keeps the register', () => {
    const title = { kind: 'ЕГРН' };
    const commands: readonly [string, () => Record<string, unknown>][] = [
      ['amendHouse', () => ({ houseId: scene.house, version: 99 })],
      ['addPremises', () => ({ houseId: scene.house, kind: 'FLAT', number: '900', area: '0' })],
      ['amendPremises', () => ({ premisesId: scene.flat, version: 99 })],
      ['correctArea', () => ({ premisesId: scene.flat, area: '0', document: 'x' })],
      ['recordOwnership', () => ({ premisesId: scene.flat, holderIds: [scene.owner], share: '2', title })],
      ['endOwnership', () => ({ ownershipId: scene.owned, at: '2999-01-01T00:00:00Z' })],
      ['recordTransfer', () => ({ ownershipId: scene.owned, toIds: [], title })],
      ['recordGuardianship', () => ({ childId: scene.child, parentId: scene.child, document: 'x' })],
    ];
    /** The command gets past the rights and is refused by a rule. */
    const allowed: readonly Who[] = ['platform', 'keeperOfOrganisation', 'keeperOfHouse'];

    it.each(commands)(
      '%s: the platform, and administrators of this house or its organisation',
      async (mutation, input) => {
        for (const who of people) {
          const { data, errors } = await scene.app.askRaw(
            scene.token(who),
            `mutation ($input: ${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!) { ${mutation}(input: $input) { userErrors { code } } }`,
            { input: input() },
          );
          const refused =
            errors?.[0]?.extensions.code ??
            (data?.[mutation] as { userErrors: { code: string }[] } | null | undefined)?.userErrors[0]?.code;
          expect([who, ['NOT_ALLOWED', 'NOT_FOUND'].includes(refused ?? '')]).toEqual([who, !allowed.includes(who)]);
        }
      },
    );

    it('a house is entered for the organisation that one administers', async () => {
      const organisationId = await scene.world.organisation('УК «Новая»');
      const keeper = await scene.world.staff('ASSEMBLY_ADMINISTRATOR', { organisation: organisationId });
      const create = async (asker: string, organisation: string | null) =>
        refusals(
          await scene.change(
            'createHouse',
            { settlement: 'Москва', street: 'ул. Своя', number: '1', organisationId: organisation },
            '__typename',
            asker,
          ),
        );
      expect(await create(scene.token('keeperOfHouse'), organisationId)).toEqual(['NOT_ALLOWED']);
      expect(await create(keeper, null)).toEqual(['NOT_ALLOWED']);
      expect(await create(keeper, organisationId)).toEqual([]);
    });

    it('a house is assigned by the platform, and with it the right to its register', async () => {
      const moved = await scene.world.house();
      const organisationId = await scene.world.organisation('УК «Следующая»');
      const keeper = await scene.world.staff('ASSEMBLY_ADMINISTRATOR', { organisation: organisationId });
      const add = async () =>
        refusals(
          await scene.change(
            'addPremises',
            { houseId: moved, kind: 'FLAT', number: '1', area: '10' },
            '__typename',
            keeper,
          ),
        );
      const { errors } = await scene.app.askRaw(
        keeper,
        'mutation ($input: AssignHouseInput!) { assignHouse(input: $input) { userErrors { code } } }',
        {
          input: { houseId: moved, organisationId },
        },
      );
      expect(errors?.[0]?.extensions.code).toBe('NOT_ALLOWED');
      expect(await add()).toEqual(['NOT_ALLOWED']);
      await scene.world.idOf(scene.world.admin, 'assignHouse', 'house', { houseId: moved, organisationId });
      expect(await add()).toEqual([]);
      await scene.world.idOf(scene.world.admin, 'assignHouse', 'house', { houseId: moved, organisationId: null });
      expect(await add()).toEqual(['NOT_ALLOWED']);
    });

    it('what an administrator elsewhere may not see is not found, what they may see is not theirs to change', async () => {
      const correct = async (who: Who) =>
        refusals(
          await scene.change(
            'correctArea',
            { premisesId: scene.flat, area: '1', document: 'x' },
            '__typename',
            scene.token(who),
          ),
        );
      expect(await correct('keeperElsewhere')).toEqual(['NOT_FOUND input.premisesId']);
      expect(await correct('ofAssembly')).toEqual(['NOT_ALLOWED']);
      const transfer = await scene.change(
        'recordTransfer',
        { ownershipId: scene.ownedElsewhere, toIds: [scene.stranger], title },
        '__typename',
        scene.token('keeperOfHouse'),
      );
      expect(refusals(transfer)).toEqual(['NOT_FOUND input.ownershipId']);
    });

    it('a token without houses:write changes nothing', async () => {
      const person = await scene.world.person('Читатель');
      const reader = await scene.world.token(person, ['houses:read']);
      const { errors } = await scene.app.askRaw(
        reader,
        'mutation ($input: AmendHouseInput!) { amendHouse(input: $input) { userErrors { code } } }',
        {
          input: { houseId: scene.house, version: 1 },
        },
      );
      expect(errors?.[0]?.extensions.code).toBe('SCOPE_MISSING');
    });
  });
}
