import type { Context } from '../../../kernel/context.ts';
import { decodeId } from '../../../kernel/global-id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { requireKey } from '../../../kernel/require-key.ts';
import { inTransaction } from '../../../kernel/transaction.ts';
import { lockAssembly } from '../../assembly/index.ts';
import { measureForm } from '../measured-form.ts';
import { openPrint, requirePrintable, requirePrintableState, samePrint } from '../open-print.ts';
import { ownedParts } from '../ownerships.queries.ts';
import type { PrintBallotsInput } from '../paper.input.ts';
import { mayPrintBallots, seesPeople } from '../paper.policy.ts';
import { ballotsToPrint } from '../rules/ballots-to-print.ts';

/**
 * May: whoever runs the assembly, once its agenda is fixed. Changes: a run of personal ballots is on record and is set in
 * the background. Announces PrintRequested.
 */
export async function printBallots(context: Context, input: PrintBallotsInput): Promise<{ printRunId: string }> {
  const { idempotencyKey, ...rest } = input;
  requireKey(idempotencyKey);
  if (!seesPeople(context.viewer)) throw new Refusal('SCOPE_MISSING', { scope: 'people:read' });
  const assemblyId = decodeId('Assembly', input.assemblyId, ['input', 'assemblyId']);
  const ownerId = input.ownerId == null ? null : decodeId('Person', input.ownerId, ['input', 'ownerId']);
  await requirePrintable(context, assemblyId, mayPrintBallots);
  const measured = await measureForm(context, assemblyId);
  const idempotency = { key: idempotencyKey, input: rest, replay: samePrint };
  return inTransaction(context, { command: 'printBallots', idempotency }, async (unit) => {
    const assembly = await lockAssembly(context, unit, assemblyId, mayPrintBallots);
    requirePrintableState(assembly.state);
    const wish = { entrance: input.entrance ?? null, ownerId, perOwnership: input.perOwnership ?? false };
    const parts = await ownedParts(unit.sql, assemblyId, assembly.state === 'VOTING');
    const ballots = ballotsToPrint(parts, wish);
    if (ballots.length === 0)
      throw new Refusal('NOTHING_TO_PRINT', {}, ['input', ownerId === null ? 'entrance' : 'ownerId']);
    return openPrint(context, unit, { assemblyId, measured, ...wish, blank: false, ballots });
  });
}
