import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { eventually } from '../../eventually.ts';
import { decodeId } from '../../../src/kernel/global-id.ts';
import type { TestApp } from '../../harness.ts';
import { importsOf } from '../../import-world.ts';
import type { ImportScene } from './import-scene.ts';
import { orlova } from './tables-to-import.ts';

export function restart(scene: ImportScene): void {
  describe('a restart', () => {
    it('a server that stops in the middle leaves nothing half done, and the next one begins anew', async () => {
      const houseId = await scene.house();
      const rehearsed = await scene.imports.rehearsed(orlova, { kind: 'REGISTER', houseId });
      // Holds the register of the house, so that the commit waits within its transaction.
      const holder = new pg.Client({ connectionString: scene.app.databaseUrl });
      await holder.connect();
      let restarting: Promise<TestApp>;
      try {
        await holder.query('select pg_advisory_lock(hashtextextended($1, 0))', [decodeId('House', houseId)]);
        await scene.imports.step('commitImport', { importId: rehearsed.id });
        await eventually(async () => {
          const { rows } = await scene.world.sql.query(
            `select from pg_stat_activity where wait_event = 'advisory' and query ~ 'pg_advisory_xact_lock'`,
          );
          expect(rows.length).toBeGreaterThan(0);
        });
        expect((await scene.imports.job(rehearsed.id)).state).toBe('COMMITTING');
        restarting = scene.app.restart();
      } finally {
        await holder.end();
      }
      scene.app = await restarting;
      scene.imports = importsOf(scene.app, scene.world.admin);
      const committed = await scene.imports.settled(rehearsed.id);
      expect(committed).toMatchObject({ state: 'COMMITTED', counts: { new: 2 } });
      expect(await scene.tables(houseId)).toEqual({ premises: '2', ownerships: '2', owners: '2' });
    });
  });
}
