import type { Context } from '../../../../kernel/context.ts';
import { inTransaction } from '../../../../kernel/transaction.ts';
import { lockImport, nextState } from '../find-import.ts';
import type { DiscardImportInput } from '../import.input.ts';
import { mayImport } from '../import.policy.ts';

/**
 * May: whoever may import this. Changes: the import is given up before anything of it entered the register, and can be
 * taken no further; table and findings stay on record. Announces nothing.
 */
export async function discardImport(context: Context, input: DiscardImportInput): Promise<{ importId: string }> {
  return inTransaction(context, { command: 'discardImport' }, async (unit) => {
    const { job } = await lockImport(context, unit, mayImport, input.importId);
    unit.em.assign(job, { state: nextState(job, 'discard'), discardedAt: unit.now });
    unit.record({ import: job.id, house: job.houseId ?? null });
    return { importId: job.id };
  });
}
