import type { Context } from '../../../kernel/context.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { inTransaction } from '../../../kernel/transaction.ts';
import { PrintRun } from '../paper.entity.ts';
import { mayFinishPrint } from '../paper.policy.ts';
import { printLifecycle } from '../rules/print-lifecycle.ts';

/** May: whoever asked for it. Changes: the run has its file, or is known to have failed. Announces nothing. */
export async function finishPrint(
  context: Context,
  printRunId: string,
  file: { readonly sha256: string; readonly size: number } | null,
): Promise<void> {
  await inTransaction(context, { command: 'finishPrint' }, async (unit) => {
    await unit.lock(printRunId, 'exclusive');
    const run = await unit.em.findOne(PrintRun, { id: printRunId });
    if (!run || !mayFinishPrint(context.viewer, run.requestedBy)) throw new Refusal('NOT_ALLOWED');
    const state = printLifecycle.next(run.state, file === null ? 'fail' : 'finish');
    if (state === undefined) throw new Refusal('WRONG_STATE', { state: run.state });
    unit.em.assign(run, { state, finishedAt: unit.now, ...(file ? { ...file, done: run.total } : {}) });
    unit.record({ printRun: run.id, assembly: run.assemblyId }, { state, ...file });
  });
}
