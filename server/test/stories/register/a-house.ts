import { describe, expect, it } from 'vitest';
import type { ChangingRegister } from './changing-register.ts';

export function aHouse(scene: ChangingRegister): void {
  describe('a house', () => {
    const whole = {
      settlement: 'г. Москва',
      street: 'ул.  Зелёная',
      number: '12А',
      block: '1',
      fiasId: '0C5B2444-70A0-4932-980C-B4DC0D3F02B5',
      cadastralNumber: '77:01:0001075:1361',
      entrances: 4,
      storeys: 9,
      yearBuilt: 1974,
      wallMaterial: 'кирпичные',
      series: 'II-68',
    };
    const selection = `house { address settlement street number block fiasId cadastralNumber entrances storeys yearBuilt
      wallMaterial series version organisation { name } }`;

    it('is entered with its address and what is known of it', async () => {
      const organisationId = await scene.world.organisation('УК «Лес»');
      const { house, userErrors } = await scene.change<{ house: unknown }>(
        'createHouse',
        { ...whole, organisationId },
        selection,
      );
      expect(userErrors).toEqual([]);
      expect(house).toEqual({
        ...whole,
        street: 'ул. Зелёная',
        block: 'корп. 1',
        fiasId: whole.fiasId.toLowerCase(),
        address: 'г. Москва, ул. Зелёная, 12А корп. 1',
        version: 1,
        organisation: { name: 'УК «Лес»' },
      });
    });

    it('is there once, however its address is written', async () => {
      const again = { settlement: 'Москва', street: 'Зеленая улица', number: '12а корп. 1' };
      expect(await scene.refused('createHouse', again)).toEqual(['DUPLICATE input.number']);
      const elsewhere = { ...again, street: 'Зелёный пер.' };
      expect(await scene.refused('createHouse', { ...elsewhere, fiasId: whole.fiasId })).toEqual([
        'DUPLICATE input.fiasId',
      ]);
      await scene.world.house(elsewhere);
    });

    it.each<[string, Record<string, unknown>, string]>([
      ['a settlement', { settlement: '  ' }, 'INVALID_INPUT input.settlement'],
      ['the name of a street', { street: 'ул.' }, 'INVALID_INPUT input.street'],
      ['a number', { number: '-' }, 'INVALID_INPUT input.number'],
      ['a GUID', { fiasId: '0c5b2444' }, 'INVALID_INPUT input.fiasId'],
      ['a cadastral number', { cadastralNumber: '77-01' }, 'INVALID_INPUT input.cadastralNumber'],
      ['an entrance', { entrances: 0 }, 'INVALID_INPUT input.entrances'],
      ['a storey', { storeys: 201 }, 'INVALID_INPUT input.storeys'],
      ['a year that has come', { yearBuilt: 2999 }, 'INVALID_INPUT input.yearBuilt'],
      ['one line of text', { series: 'a\u0000b' }, 'INVALID_INPUT input.series'],
      [
        'an organisation that is known',
        { organisationId: 'OR_AAAAAAAAAAAAAAAAAAAAAA' },
        'NOT_FOUND input.organisationId',
      ],
    ])('needs %s', async (_what, written, refusal) => {
      const input = { settlement: 'Москва', street: 'ул. Новая', number: '1', ...written };
      expect(await scene.refused('createHouse', input)).toEqual([refusal]);
    });

    it('is amended field by field, and by one person at a time', async () => {
      const houseId = await scene.world.house({ street: 'ул. Старая', number: '7', storeys: 5, series: '1-447' });
      const { house } = await scene.change<{ house: unknown }>(
        'amendHouse',
        { houseId, version: 1, number: '7А', series: null, entrances: 2 },
        'house { address storeys series entrances version }',
      );
      expect(house).toEqual({
        address: 'г. Москва, ул. Старая, 7А',
        storeys: 5,
        series: null,
        entrances: 2,
        version: 2,
      });
      expect(await scene.lastChange(houseId)).toEqual([
        'amendHouse',
        {
          number: { before: '7', after: '7А' },
          entrances: { before: null, after: 2 },
          series: { before: '1-447', after: null },
        },
      ]);
      expect(await scene.refused('amendHouse', { houseId, version: 1, storeys: 6 })).toEqual([
        'STALE_VERSION input.version',
      ]);
      expect(await scene.refused('amendHouse', { houseId, version: 2, number: null })).toEqual([
        'INVALID_INPUT input.number',
      ]);
      await scene.world.house({ street: 'ул. Старая', number: '8' });
      expect(await scene.refused('amendHouse', { houseId, version: 2, number: 'д. 8' })).toEqual([
        'DUPLICATE input.number',
      ]);
      expect(await scene.refused('amendHouse', { houseId: 'HO_AAAAAAAAAAAAAAAAAAAAAA', version: 1 })).toEqual([
        'NOT_FOUND input.houseId',
      ]);
    });

    it('is managed by whom the platform says', async () => {
      const houseId = await scene.world.house();
      const organisationId = await scene.world.organisation('ТСЖ «Дом»');
      const assign = async (to: string | null) =>
        scene.change<{ house: unknown }>(
          'assignHouse',
          { houseId, organisationId: to },
          'house { organisation { name } }',
        );
      expect((await assign(organisationId)).house).toEqual({ organisation: { name: 'ТСЖ «Дом»' } });
      expect((await assign(null)).house).toEqual({ organisation: null });
      expect(await scene.refused('assignHouse', { houseId, organisationId: 'OR_AAAAAAAAAAAAAAAAAAAAAA' })).toEqual([
        'NOT_FOUND input.organisationId',
      ]);
    });
  });
}
