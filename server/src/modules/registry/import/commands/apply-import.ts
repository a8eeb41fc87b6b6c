import type { Context } from '../../../../kernel/context.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { isUniqueViolation } from '../../../../kernel/sql-state.ts';
import { inTransaction, type Unit } from '../../../../kernel/transaction.ts';
import { StoredFile } from '../../../files/index.ts';
import type { Background } from '../background.ts';
import { enterHouses } from '../enter-houses.ts';
import { enterRegister } from '../enter-register.ts';
import { clearEntered } from '../enter-rows.ts';
import type { ImportJob as ImportJobRow } from '../import-job.entity.ts';
import { mayFinishImport } from '../import.policy.ts';
import { registerDigest } from '../register-digest.ts';
import { requireJob } from '../require-job.ts';
import { importLifecycle } from '../rules/import-lifecycle.ts';
import type { Counts } from '../write-verdicts.ts';

async function enter(context: Context, unit: Unit, job: ImportJobRow, background: Background): Promise<Counts> {
  const { id: importId, options } = job;
  const houseId = job.houseId ?? null;
  if (houseId !== null) {
    await unit.lock(houseId, 'exclusive');
    // Whoever is about to enter an ownership in one of these premises waits, and then sees what entered here.
    await unit.sql('select id from premises where house_id = $1 and withdrawn_at is null order by id for update', [
      houseId,
    ]);
  }
  // What was shown at the rehearsal is what enters, or nothing does.
  if ((await registerDigest(unit.sql, importId, houseId)) !== job.registerDigest) throw new Refusal('IMPORT_STALE');
  if (houseId === null) return enterHouses(unit, importId, background);
  const file = await unit.em.findOneOrFail(StoredFile, { id: job.fileId });
  const entering = { importId, houseId, ownedSince: options.ownedSince, document: file.fileName };
  return enterRegister(context, unit, entering, background);
}

/**
 * May: whoever started it. Changes: the good rows enter the register, all of them or none. Announces what others must hear
 * of: OwnershipRecorded for premises that were there before.
 */
export async function applyImport(context: Context, importId: string, background: Background): Promise<void> {
  try {
    await inTransaction(context, { command: 'applyImport' }, async (unit) => {
      const job = await requireJob(context, unit, importId, 'COMMITTING', mayFinishImport);
      const counts = await enter(context, unit, job, background);
      await clearEntered(unit.sql, importId);
      const state = importLifecycle.next(job.state, 'finishCommit') ?? job.state;
      unit.em.assign(job, { state, committedAt: unit.now, rowsDone: counts.rows });
      unit.record({ import: importId, house: job.houseId ?? null }, { ...counts });
    });
  } catch (error) {
    // Somebody entered the same house, premises or person a moment before.
    throw isUniqueViolation(error) ? new Refusal('IMPORT_STALE') : error;
  }
}
