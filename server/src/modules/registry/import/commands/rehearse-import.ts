import type { Context } from '../../../../kernel/context.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { inTransaction } from '../../../../kernel/transaction.ts';
import { lockImport, nextState } from '../find-import.ts';
import type { RehearseImportInput } from '../import.input.ts';
import { mayImport } from '../import.policy.ts';

/**
 * May: whoever may import this. Changes: nothing of the register; every row is read and
 * judged in the background. Announces ImportStarted.
 */
export async function rehearseImport(context: Context, input: RehearseImportInput): Promise<{ importId: string }> {
  const { viewer } = context;
  if (viewer.kind !== 'SIGNED_IN') throw new Refusal('NOT_SIGNED_IN');
  return inTransaction(context, { command: 'rehearseImport' }, async (unit) => {
    const { job } = await lockImport(context, unit, mayImport, input.importId);
    unit.em.assign(job, { state: nextState(job, 'rehearse'), startedBy: viewer.accountId, failure: null, rowsDone: 0 });
    unit.tell({ name: 'ImportStarted', importId: job.id });
    unit.record({ import: job.id });
    return { importId: job.id };
  });
}
