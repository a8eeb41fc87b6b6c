import { describe, expect, it } from 'vitest';
import { csv, importsOf } from '../../import-world.ts';
import { change, refusals } from '../../register-world.ts';
import type { ImportScene } from './import-scene.ts';
import { register } from './tables-to-import.ts';

export function whoMayImport(scene: ImportScene): void {
  describe('who may', () => {
    it('an administrator of the organisation brings in the register of its houses, with a token that may write people', async () => {
      const organisation = await scene.world.organisation('УК Загрузка');
      const houseId = await scene.world.house({ street: 'ул. Правая', organisationId: organisation });
      const keeper = await scene.world.staff('ASSEMBLY_ADMINISTRATOR', { organisation });
      const own = importsOf(scene.app, keeper);
      const rehearsed = await own.rehearsed(csv('Квартира;Площадь', '1;50'), { kind: 'REGISTER', houseId });
      expect((await own.commit(rehearsed.id)).state).toBe('COMMITTED');
      const fileId = await own.upload(register);
      const refused = async (token: string, input: Record<string, unknown>): Promise<string[]> =>
        refusals(await change(scene.app, token, 'prepareImport', { fileId, ...input }, 'import { id }'));
      expect(await refused(keeper, { kind: 'HOUSES' })).toEqual(['NOT_ALLOWED']);
      expect(await refused(keeper, { kind: 'REGISTER', houseId: await scene.house() })).toEqual(['NOT_ALLOWED']);
      const other = await scene.world.staff('ASSEMBLY_ADMINISTRATOR', { house: houseId });
      expect(await refused(other, { kind: 'REGISTER', houseId })).toEqual(['FILE_MISSING input.fileId']);
      const { imports: seen } = await scene.app.ask<{ imports: { totalCount: number; nodes: { id: string }[] } }>(
        other,
        '{ imports(first: 10) { totalCount nodes { id } } }',
      );
      expect(seen).toEqual({ totalCount: 1, nodes: [{ id: rehearsed.id }] });
      const inState = async (state: string): Promise<unknown> =>
        (
          await scene.app.ask<{ imports: { nodes: unknown[] } }>(
            other,
            'query ($states: [ImportState!]) { imports(first: 10, states: $states) { nodes { house { id } } } }',
            { states: [state] },
          )
        ).imports.nodes;
      expect(await inState('COMMITTED')).toEqual([{ house: { id: houseId } }]);
      expect(await inState('REHEARSED')).toEqual([]);
      const named = async (text: string): Promise<unknown> =>
        (
          await scene.app.ask<{ imports: { totalCount: number } }>(
            other,
            'query ($text: String) { imports(first: 1, text: $text) { totalCount } }',
            { text },
          )
        ).imports.totalCount;
      expect(await Promise.all(['Правая', 'правая csv', 'Левая'].map(named))).toEqual([1, 1, 0]);
    });

    it('failed rows, and what stands in them, are for those who keep the register', async () => {
      const rehearsed = await scene.imports.rehearsed(csv('Квартира;Площадь', '1;0'), {
        kind: 'REGISTER',
        houseId: await scene.house(),
      });
      const path = rehearsed.failedRowsPath ?? '';
      const status = async (token: string | null, of = path): Promise<number> =>
        (await fetch(`${scene.app.url}${of}`, { headers: token === null ? {} : { authorization: `Bearer ${token}` } }))
          .status;
      expect(await status(null)).toBe(401);
      expect(await status(await scene.world.staff('CALL_CENTRE_OPERATOR'))).toBe(403);
      expect(await status(await scene.world.staff('ASSEMBLY_ADMINISTRATOR', { house: await scene.house() }))).toBe(404);
      expect(await status(scene.world.admin)).toBe(200);
      const auditorToken = await scene.world.staff('AUDITOR');
      const auditor = importsOf(scene.app, auditorToken);
      expect(await auditor.job(rehearsed.id)).toMatchObject({ counts: { refused: 1 }, failedRowsPath: null });
      expect(await auditor.rowErrors(rehearsed.id)).toMatchObject([{ rowNumber: 2, column: 2, value: null }]);
      expect(await status(auditorToken)).toBe(403);
      expect(await status(auditorToken, `/files/${rehearsed.fileId}`)).not.toBe(200);
      expect(await status(scene.world.admin, `/files/${rehearsed.fileId}`)).toBe(200);
    });
  });
}
