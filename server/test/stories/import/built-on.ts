import { describe, expect, it } from 'vitest';
import { decodeId } from '../../../src/kernel/global-id.ts';
import { csv } from '../../import-world.ts';
import { refusals } from '../../register-world.ts';
import type { ImportScene } from './import-scene.ts';

export function builtOn(scene: ImportScene): void {
  describe('an import that something was built on stays', () => {
    async function imported(): Promise<{ houseId: string; importId: string; premises: string; owner: string }> {
      const houseId = await scene.house();
      const rehearsed = await scene.imports.rehearsed(
        csv('Квартира;Площадь;Собственник;Доля', '1;50;Иванов Иван;1', '2;50;Петров Пётр;1'),
        { kind: 'REGISTER', houseId },
      );
      await scene.imports.commit(rehearsed.id);
      const { house: known } = await scene.app.ask<{
        house: { premises: { nodes: { id: string; ownerships: { holders: { id: string }[] }[] }[] } };
      }>(
        scene.world.admin,
        'query ($id: ID!) { house(id: $id) { premises(first: 1) { nodes { id ownerships { holders { id } } } } } }',
        { id: houseId },
      );
      const [first] = known.premises.nodes;
      return {
        houseId,
        importId: rehearsed.id,
        premises: first?.id ?? '',
        owner: first?.ownerships[0]?.holders[0]?.id ?? '',
      };
    }
    const reason = async (importId: string): Promise<string> =>
      (await scene.change('undoImport', { importId }, 'import { id }')).userErrors[0]?.message.replace(/^.*: /, '') ??
      'undone';

    it('by a transfer', async () => {
      const { importId, premises, owner } = await imported();
      const sale = {
        premisesId: premises,
        fromPersonId: owner,
        toIds: [await scene.world.person('Покупатель')],
        title: { kind: 'ЕГРН' },
      };
      expect(refusals(await scene.change('recordTransfer', sale, 'bought { id }'))).toEqual([]);
      expect(await reason(importId)).toBe('an ownership passed on or ended.');
    });

    it('by a corrected area', async () => {
      const { importId, premises } = await imported();
      await scene.change('correctArea', { premisesId: premises, area: '51', document: 'план' }, 'premises { id }');
      expect(await reason(importId)).toBe('what was imported was changed since.');
    });

    it('by an assembly that is announced', async () => {
      const { houseId, importId } = await imported();
      await scene.assembly(houseId, 'ANNOUNCED');
      expect(await reason(importId)).toBe('an assembly is built on this register.');
      expect(await scene.tables(houseId)).toEqual({ premises: '2', ownerships: '2', owners: '2' });
    });

    it('but not by people whom others know by now', async () => {
      const { importId, owner } = await imported();
      const elsewhere = await scene.world.premises(await scene.house(), '30');
      await scene.world.ownership(elsewhere, [owner]);
      expect(await reason(importId)).toBe('undone');
      const { rows } = await scene.world.sql.query<{ kept: boolean }>(
        'select withdrawn_at is null as kept from person where id = $1',
        [decodeId('Person', owner)],
      );
      expect(rows).toEqual([{ kept: true }]);
    });
  });
}
