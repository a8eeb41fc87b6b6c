import { describe, expect, it } from 'vitest';
import { decodeId } from '../../../src/kernel/global-id.ts';
import { csv } from '../../import-world.ts';
import { refusals } from '../../register-world.ts';
import type { ImportScene } from './import-scene.ts';

export function housesByAddress(scene: ImportScene): void {
  describe('houses', () => {
    const table = csv(
      'Улица;Дом;Корпус;Город;Этажей;Год',
      'Сосновая ул.;1;;г. Москва;9;1972',
      'ул. Сосновая;1;;Москва;9;1972',
      'Сосновая ул.;2; корп.1;г. Москва;5;1960',
      ';3;;г. Москва;5;1960',
      'Сосновая ул.;;;г. Москва;5;1960',
      'Сосновая ул.;4;;;5;1960',
      'Сосновая ул.;Б/Н;;г. Москва;5;1960',
    );
    let importId: string;

    it('come in by their addresses; a row without street, number or settlement, or the same address again, is named', async () => {
      const rehearsed = await scene.imports.rehearsed(table, { kind: 'HOUSES' });
      importId = rehearsed.id;
      expect(rehearsed.counts).toEqual({ rows: 7, new: 2, same: 0, changed: 0, refused: 5 });
      expect(await scene.imports.reasons(importId)).toEqual([
        '3: SAME_ADDRESS',
        '5: STREET_MISSING',
        '6: HOUSE_NUMBER_MISSING',
        '7: SETTLEMENT_MISSING',
        '8: HOUSE_NUMBER_MISSING',
      ]);
      await scene.imports.commit(importId, true);
      const { houses } = await scene.app.ask<{
        houses: { nodes: { street: string; number: string; block: string | null; storeys: number }[] };
      }>(
        scene.world.admin,
        '{ houses(first: 10, filter: { text: "Сосновая" }) { nodes { street number block storeys } } }',
      );
      expect(houses.nodes).toEqual([
        { street: 'Сосновая ул.', number: '1', block: null, storeys: 9 },
        { street: 'Сосновая ул.', number: '2', block: 'корп.1', storeys: 5 },
      ]);
    });

    it('are described anew by a later table, which can be undone while nobody has touched them since', async () => {
      const storeys = async (): Promise<number[]> =>
        (
          await scene.app.ask<{ houses: { nodes: { storeys: number }[] } }>(
            scene.world.admin,
            '{ houses(first: 10, filter: { text: "Сосновая" }) { nodes { storeys } } }',
          )
        ).houses.nodes.map((one) => one.storeys);
      const later = await scene.imports.rehearsed(
        csv('Улица;Дом;Город;Этажей', 'ул. Сосновая;1;Москва;9', 'Сосновая ул.;2 корп. 1;Москва;6', 'ул.;3;Москва;6'),
        { kind: 'HOUSES' },
      );
      expect(later.counts).toEqual({ rows: 3, new: 0, same: 1, changed: 1, refused: 1 });
      expect(await scene.imports.reasons(later.id)).toEqual(['4: STREET_MISSING']);
      await scene.imports.commit(later.id, true);
      expect(await storeys()).toEqual([9, 6]);
      expect((await scene.imports.step('undoImport', { importId: later.id })).state).toBe('UNDONE');
      expect(await storeys()).toEqual([9, 5]);
    });

    it('are not undone once anything stands on them', async () => {
      const { houses } = await scene.app.ask<{ houses: { nodes: { id: string }[] } }>(
        scene.world.admin,
        '{ houses(first: 1, filter: { text: "Сосновая 1" }) { nodes { id } } }',
      );
      const premises = await scene.world.premises(houses.nodes[0]?.id ?? '', '50');
      const refused = await scene.change('undoImport', { importId }, 'import { id }');
      expect(refusals(refused)).toEqual(['IMPORT_IN_USE']);
      expect(refused.userErrors[0]?.message).toBe(
        'What was imported is in use and cannot be undone: the house has premises.',
      );
      await scene.world.sql.query('update premises set withdrawn_at = now() where id = $1', [
        decodeId('Premises', premises),
      ]);
      expect((await scene.imports.step('undoImport', { importId })).state).toBe('UNDONE');
      const again = await scene.imports.rehearsed(table, { kind: 'HOUSES' });
      expect(again.counts).toMatchObject({ new: 2, refused: 5 });
    });
  });
}
