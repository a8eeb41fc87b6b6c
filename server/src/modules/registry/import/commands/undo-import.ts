import type { Context } from '../../../../kernel/context.ts';
import { inTransaction } from '../../../../kernel/transaction.ts';
import { lockImport, nextState } from '../find-import.ts';
import type { UndoImportInput } from '../import.input.ts';
import { mayImport } from '../import.policy.ts';
import { withdrawHouses, withdrawRegister } from '../withdraw-import.ts';

/**
 * May: whoever may import this. Changes: what the import brought is withdrawn, what it
 * changed is as before; every row stays on record. Announces ImportUndone, and whoever built on it refuses.
 */
export async function undoImport(context: Context, input: UndoImportInput): Promise<{ importId: string }> {
  return inTransaction(context, { command: 'undoImport' }, async (unit) => {
    const { job } = await lockImport(context, unit, mayImport, input.importId);
    const state = nextState(job, 'undo');
    const houseId = job.houseId ?? null;
    if (houseId === null) await withdrawHouses(unit, job.id);
    else {
      await unit.lock(houseId, 'exclusive');
      await unit.sql('select id from premises where house_id = $1 and withdrawn_at is null order by id for update', [
        houseId,
      ]);
      await withdrawRegister(unit, job.id);
    }
    unit.em.assign(job, { state, undoneAt: unit.now });
    unit.tell({ name: 'ImportUndone', importId: job.id, houseId });
    unit.record({ import: job.id, house: houseId });
    return { importId: job.id };
  });
}
