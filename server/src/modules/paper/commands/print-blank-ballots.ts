import type { Context } from '../../../kernel/context.ts';
import { decodeId } from '../../../kernel/global-id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { requireKey } from '../../../kernel/require-key.ts';
import { inTransaction } from '../../../kernel/transaction.ts';
import { lockAssembly } from '../../assembly/index.ts';
import { measureForm } from '../measured-form.ts';
import { openPrint, requirePrintable, requirePrintableState, samePrint } from '../open-print.ts';
import type { PrintBlankBallotsInput } from '../paper.input.ts';
import { mayPrintBallots } from '../paper.policy.ts';

const mostCopies = 100;

/**
 * May: whoever runs the assembly, once its agenda is fixed. Changes: a run of blank forms, for those the register does not
 * know, is on record and is set in the background. Announces PrintRequested.
 */
export async function printBlankBallots(
  context: Context,
  input: PrintBlankBallotsInput,
): Promise<{ printRunId: string }> {
  const { idempotencyKey, ...rest } = input;
  requireKey(idempotencyKey);
  const { copies } = input;
  if (copies < 1 || copies > mostCopies)
    throw new Refusal('INVALID_INPUT', { what: 'copies', minimum: 1, maximum: mostCopies }, ['input', 'copies']);
  const assemblyId = decodeId('Assembly', input.assemblyId, ['input', 'assemblyId']);
  await requirePrintable(context, assemblyId, mayPrintBallots);
  const measured = await measureForm(context, assemblyId);
  const idempotency = { key: idempotencyKey, input: rest, replay: samePrint };
  return inTransaction(context, { command: 'printBlankBallots', idempotency }, async (unit) => {
    const assembly = await lockAssembly(context, unit, assemblyId, mayPrintBallots);
    requirePrintableState(assembly.state);
    const wish = { entrance: null, ownerId: null, perOwnership: false };
    const ballots = Array.from({ length: copies }, () => ({ ownerId: null, ownershipIds: [] }));
    return openPrint(context, unit, { assemblyId, measured, ...wish, blank: true, ballots });
  });
}
