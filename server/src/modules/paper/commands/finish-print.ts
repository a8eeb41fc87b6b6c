import type { Context } from '../../../kernel/context.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { inTransaction } from '../../../kernel/transaction.ts';
import { PrintFailure } from '../print-failure.ts';
import { PrintRun } from '../paper.entity.ts';
import { mayFinishPrint } from '../paper.policy.ts';
import { printLifecycle } from '../rules/print-lifecycle.ts';

/** May: whoever asked for it. Changes: the run has its file, or the reason why it has none. Announces nothing. */
export async function finishPrint(
  context: Context,
  printRunId: string,
  outcome: { readonly sha256: string; readonly size: number } | PrintFailure,
): Promise<void> {
  await inTransaction(context, { command: 'finishPrint' }, async (unit) => {
    await unit.lock(printRunId, 'exclusive');
    const run = await unit.em.findOne(PrintRun, { id: printRunId });
    if (!run || !mayFinishPrint(context.viewer, run.requestedBy)) throw new Refusal('NOT_ALLOWED');
    const state = printLifecycle.next(run.state, outcome instanceof PrintFailure ? 'fail' : 'finish');
    if (state === undefined) throw new Refusal('WRONG_STATE', { state: run.state });
    const failure = outcome instanceof PrintFailure ? outcome : null;
    const file = outcome instanceof PrintFailure ? null : outcome;
    unit.em.assign(run, { state, finishedAt: unit.now, ...(file ? { ...file, done: run.total } : {}) });
    if (failure) unit.em.assign(run, { fault: failure.fault, faultBallot: failure.ballot });
    unit.record(
      { printRun: run.id, assembly: run.assemblyId },
      { state, ...file, ...(failure ? { fault: failure.fault } : {}) },
    );
  });
}
