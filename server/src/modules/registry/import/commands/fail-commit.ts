import type { Context } from '../../../../kernel/context.ts';
import type { Refusal } from '../../../../kernel/refusal.ts';
import { inTransaction } from '../../../../kernel/transaction.ts';
import { requireJob } from '../require-job.ts';
import { mayFinishImport } from '../import.policy.ts';
import { importLifecycle } from '../rules/import-lifecycle.ts';

/** May: whoever started it. Changes: the import waits for another rehearsal; nothing entered. Announces nothing. */
export async function failCommit(context: Context, importId: string, failure: Refusal): Promise<void> {
  await inTransaction(context, { command: 'failCommit' }, async (unit) => {
    const job = await requireJob(context, unit, importId, 'COMMITTING', mayFinishImport);
    const state = importLifecycle.next(job.state, 'failCommit') ?? job.state;
    unit.em.assign(job, { state, failure: { code: failure.code, facts: failure.facts }, rowsDone: 0 });
    unit.record({ import: importId }, { failure: failure.code });
  });
}
