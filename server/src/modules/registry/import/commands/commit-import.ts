import type { Context } from '../../../../kernel/context.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { inTransaction } from '../../../../kernel/transaction.ts';
import { lockImport, nextState } from '../find-import.ts';
import type { CommitImportInput } from '../import.input.ts';
import { mayImport } from '../import.policy.ts';

/**
 * May: whoever may import this. Changes: nothing yet; the good rows enter the register in
 * the background, in one transaction. Announces ImportStarted.
 */
export async function commitImport(context: Context, input: CommitImportInput): Promise<{ importId: string }> {
  const { viewer } = context;
  if (viewer.kind !== 'SIGNED_IN') throw new Refusal('NOT_SIGNED_IN');
  return inTransaction(context, { command: 'commitImport' }, async (unit) => {
    const { job } = await lockImport(context, unit, mayImport, input.importId);
    const state = nextState(job, 'commit');
    const refused = job.refusedRows ?? 0;
    if (refused > 0 && input.skipRefused !== true)
      throw new Refusal('IMPORT_HAS_REFUSED_ROWS', { refused }, ['input', 'skipRefused']);
    unit.em.assign(job, { state, startedBy: viewer.accountId, failure: null, rowsDone: 0 });
    unit.tell({ name: 'ImportStarted', importId: job.id });
    unit.record({ import: job.id, house: job.houseId ?? null }, { skipRefused: input.skipRefused === true, refused });
    return { importId: job.id };
  });
}
