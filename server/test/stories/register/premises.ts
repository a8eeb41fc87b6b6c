import { describe, expect, it } from 'vitest';
import type { ChangingRegister } from './changing-register.ts';

export function premisesOfAHouse(scene: ChangingRegister): void {
  describe('premises', () => {
    it('are added once for each number and kind', async () => {
      const houseId = await scene.world.house({ entrances: 2, storeys: 9 });
      const { premises, userErrors } = await scene.change<{ premises: unknown }>(
        'addPremises',
        {
          houseId,
          kind: 'FLAT',
          number: '12А',
          area: '54.3',
          document: 'выписка ЕГРН',
          entrance: 2,
          floor: 3,
          cadastralNumber: '77:01:0001075:1',
        },
        'premises { kind number area entrance floor cadastralNumber version areaHistory { area document since } house { id } }',
      );
      expect(userErrors).toEqual([]);
      expect(premises).toEqual({
        kind: 'FLAT',
        number: '12А',
        area: '54.30',
        entrance: 2,
        floor: 3,
        cadastralNumber: '77:01:0001075:1',
        version: 1,
        areaHistory: [{ area: '54.30', document: 'выписка ЕГРН', since: scene.now() }],
        house: { id: houseId },
      });
      const again = { houseId, kind: 'FLAT', number: 'кв. 12 a', area: '1' };
      expect(await scene.refused('addPremises', again)).toEqual(['DUPLICATE input.number']);
      await scene.world.premises(houseId, '12.5', { ...again, kind: 'PARKING', area: '12.5' });
    });

    it.each<[string, Record<string, unknown>, string]>([
      ['an area above zero', { area: '0' }, 'AREA_INVALID input.area'],
      ['a number', { number: 'кв.' }, 'INVALID_INPUT input.number'],
      ['an entrance that the house has', { entrance: 3 }, 'INVALID_INPUT input.entrance'],
      ['a floor that the house has', { floor: 10 }, 'INVALID_INPUT input.floor'],
      ['a house', { houseId: 'HO_AAAAAAAAAAAAAAAAAAAAAA' }, 'NOT_FOUND input.houseId'],
    ])('need %s', async (_what, written, refusal) => {
      const houseId = await scene.world.house({ entrances: 2, storeys: 9 });
      expect(
        await scene.refused('addPremises', { houseId, kind: 'FLAT', number: '1', area: '40', ...written }),
      ).toEqual([refusal]);
    });

    it.each(['-5', '1.234', '1e3', '12345678'])('refuse the area «%s» before anything runs', async (area) => {
      const { errors } = await scene.app.askRaw(
        scene.world.admin,
        'mutation ($input: AddPremisesInput!) { addPremises(input: $input) { userErrors { code } } }',
        { input: { houseId: await scene.world.house(), kind: 'FLAT', number: '1', area } },
      );
      expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    });

    it('are amended, their area aside', async () => {
      const houseId = await scene.world.house();
      const premisesId = await scene.world.premises(houseId, '40', { number: '1', entrance: 1 });
      await scene.world.premises(houseId, '40', { number: '2' });
      const { premises } = await scene.change<{ premises: unknown }>(
        'amendPremises',
        { premisesId, version: 1, number: '1А', kind: 'NON_RESIDENTIAL', floor: -1 },
        'premises { kind number entrance floor area version }',
      );
      expect(premises).toEqual({
        kind: 'NON_RESIDENTIAL',
        number: '1А',
        entrance: 1,
        floor: -1,
        area: '40.00',
        version: 2,
      });
      expect(await scene.lastChange(premisesId)).toEqual([
        'amendPremises',
        {
          kind: { before: 'FLAT', after: 'NON_RESIDENTIAL' },
          number: { before: '1', after: '1А' },
          floor: { before: null, after: -1 },
        },
      ]);
      expect(await scene.refused('amendPremises', { premisesId, version: 1, floor: 1 })).toEqual([
        'STALE_VERSION input.version',
      ]);
      expect(await scene.refused('amendPremises', { premisesId, version: 2, number: '2', kind: 'FLAT' })).toEqual([
        'DUPLICATE input.number',
      ]);
      expect(await scene.refused('amendPremises', { premisesId: 'PR_AAAAAAAAAAAAAAAAAAAAAA', version: 1 })).toEqual([
        'NOT_FOUND input.premisesId',
      ]);
    });

    it('keep every area they had, each with its paper', async () => {
      const premisesId = await scene.world.premises(await scene.world.house(), '50');
      const entered = scene.now();
      scene.app.clock.set(scene.app.clock.now() + 1000);
      const { premises, userErrors } = await scene.change<{ premises: unknown }>(
        'correctArea',
        { premisesId, area: '51.25', document: 'обмер БТИ' },
        'premises { area areaHistory { area document since } }',
      );
      expect(userErrors).toEqual([]);
      expect(premises).toEqual({
        area: '51.25',
        areaHistory: [
          { area: '51.25', document: 'обмер БТИ', since: scene.now() },
          { area: '50.00', document: null, since: entered },
        ],
      });
      expect(await scene.refused('correctArea', { premisesId, area: '0.00', document: 'x' })).toEqual([
        'AREA_INVALID input.area',
      ]);
      expect(await scene.refused('correctArea', { premisesId, area: '1', document: ' ' })).toEqual([
        'INVALID_INPUT input.document',
      ]);
      expect(
        await scene.refused('correctArea', {
          premisesId,
          area: '1',
          document: 'x',
          assemblyId: 'AS_AAAAAAAAAAAAAAAAAAAAAA',
        }),
      ).toEqual(['NOT_FOUND input.assemblyId']);
    });
  });
}
