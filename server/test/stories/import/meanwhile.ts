import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { eventually } from '../../eventually.ts';
import { decodeId } from '../../../src/kernel/global-id.ts';
import { csv } from '../../import-world.ts';
import type { ImportScene } from './import-scene.ts';
import { orlova } from './tables-to-import.ts';

export function meanwhile(scene: ImportScene): void {
  describe('what happens meanwhile', () => {
    it('makes the commit refuse: what was shown is what enters, or nothing does', async () => {
      const houseId = await scene.house();
      const rehearsed = await scene.imports.rehearsed(orlova, { kind: 'REGISTER', houseId });
      await scene.world.premises(houseId, '50', { number: '1' });
      const failed = await scene.imports.commit(rehearsed.id);
      expect(failed).toMatchObject({ state: 'REHEARSED', failure: { code: 'IMPORT_STALE' } });
      expect(await scene.tables(houseId)).toMatchObject({ premises: '1', ownerships: '0' });
      const again = await scene.imports.rehearse(rehearsed.id);
      expect(again).toMatchObject({ state: 'REHEARSED', failure: null, counts: { new: 2 } });
      expect((await scene.imports.commit(rehearsed.id)).state).toBe('COMMITTED');
    });

    it('a connection that breaks undoes the whole commit', async () => {
      const houseId = await scene.house();
      const rehearsed = await scene.imports.rehearsed(csv('Квартира;Площадь', '1;50', '2;60'), {
        kind: 'REGISTER',
        houseId,
      });
      const holder = new pg.Client({ connectionString: scene.app.databaseUrl });
      await holder.connect();
      try {
        // The second of the two numbers is taken by somebody who has not committed yet.
        await holder.query('begin');
        await holder.query(
          `insert into premises (id, house_id, kind, number, number_key, area_hundredths, created_at)
       values (gen_random_uuid(), $1, 'FLAT', '2', '000002', 6000, now())`,
          [decodeId('House', houseId)],
        );
        await scene.imports.step('commitImport', { importId: rehearsed.id });
        await eventually(async () => {
          const { rows } = await scene.world.sql.query(
            `select pg_terminate_backend(pid) from pg_stat_activity where wait_event_type = 'Lock' and query ~ 'insert into premises'`,
          );
          expect(rows.length).toBeGreaterThan(0);
        });
        const failed = await scene.imports.settled(rehearsed.id);
        expect(failed).toMatchObject({ state: 'REHEARSED', failure: { code: 'IMPORT_FAILED' } });
      } finally {
        await holder.end();
      }
      expect(await scene.tables(houseId)).toEqual({ premises: '0', ownerships: '0', owners: '0' });
      expect((await scene.imports.commit(rehearsed.id)).state).toBe('COMMITTED');
      expect(await scene.tables(houseId)).toMatchObject({ premises: '2' });
    });

    it('owners found while voting runs are told to the roll', async () => {
      const houseId = await scene.house();
      const premises = await scene.world.premises(houseId, '50', { number: '7' });
      const assembly = decodeId('Assembly', await scene.assembly(houseId, 'VOTING'));
      await scene.world.sql.query(
        `insert into roll_premises (assembly_id, premises_id, kind, number, number_key, area_hundredths) values ($1, $2, 'FLAT', '7', '000007', 5000)`,
        [assembly, decodeId('Premises', premises)],
      );
      const rehearsed = await scene.imports.rehearsed(
        csv('Квартира;Площадь;Собственник;Доля', '7;50;Найдёнов Павел;1', '8;50;Новиков Пётр;1'),
        { kind: 'REGISTER', houseId },
      );
      expect(rehearsed.counts).toMatchObject({ new: 2 });
      expect((await scene.imports.commit(rehearsed.id)).state).toBe('COMMITTED');
      const { rows } = await scene.world.sql.query('select premises_id from roll_entry where assembly_id = $1', [
        assembly,
      ]);
      expect(rows).toEqual([{ premises_id: decodeId('Premises', premises) }]);
    });
  });
}
