import type { Context } from '../../../kernel/context.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { inTransaction } from '../../../kernel/transaction.ts';
import { lockQueuedPage } from '../find-scan-page.ts';
import type { SetScanPageAsideInput } from '../scan.input.ts';
import { mayTakeScans } from '../scan.policy.ts';
import { settledBy } from '../settled-by.ts';

/** May: whoever runs the assembly. Changes: a page leaves the queue, with the reason; it stays on record. Announces nothing. */
export async function setScanPageAside(
  context: Context,
  input: SetScanPageAsideInput,
): Promise<{ scanPageId: string }> {
  return inTransaction(context, { command: 'setScanPageAside' }, async (unit) => {
    const { page, assemblyId } = await lockQueuedPage(context, unit, input.scanPageId, mayTakeScans);
    const note = input.reason.trim();
    if (note === '' || note.length > 500)
      throw new Refusal('INVALID_INPUT', { what: 'reason', maximum: 500 }, ['input', 'reason']);
    unit.em.assign(page, { state: 'SET_ASIDE', note, ...settledBy(context, unit) });
    unit.record({ assembly: assemblyId, scanPage: page.id }, { note });
    return { scanPageId: page.id };
  });
}
