import type { Context } from '../../../../kernel/context.ts';
import type { Refusal } from '../../../../kernel/refusal.ts';
import { inTransaction } from '../../../../kernel/transaction.ts';
import { requireJob } from '../require-job.ts';
import { mayFinishImport } from '../import.policy.ts';
import { importLifecycle } from '../rules/import-lifecycle.ts';
import { countRows } from '../write-verdicts.ts';

/** May: whoever started it. Changes: the import knows what each row would do, or why it cannot. Announces nothing. */
export async function finishRehearsal(context: Context, importId: string, failure: Refusal | null): Promise<void> {
  await inTransaction(context, { command: 'finishRehearsal' }, async (unit) => {
    const job = await requireJob(context, unit, importId, 'REHEARSING', mayFinishImport);
    if (failure) {
      const state = importLifecycle.next(job.state, 'failRehearsal') ?? job.state;
      unit.em.assign(job, { state, failure: { code: failure.code, facts: failure.facts } });
      unit.record({ import: importId }, { failure: failure.code });
      return;
    }
    const counts = await countRows(unit.sql, importId);
    unit.em.assign(job, {
      state: importLifecycle.next(job.state, 'finishRehearsal') ?? job.state,
      rehearsedAt: unit.now,
      rowsDone: counts.rows,
      rowsTotal: counts.rows,
      newRows: counts.new,
      sameRows: counts.same,
      changedRows: counts.changed,
      refusedRows: counts.refused,
    });
    unit.record({ import: importId }, { ...counts });
  });
}
