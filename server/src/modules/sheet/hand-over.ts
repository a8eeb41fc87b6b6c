import type { Context } from '../../kernel/context.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Unit } from '../../kernel/transaction.ts';
import { PaperSheet } from './sheet.entity.ts';

/** A sheet that came as a scan, before the paper itself was taken in at the counter. */
export async function scannedBefore(
  unit: Unit,
  assemblyId: string,
  printedNumber: string | null,
): Promise<PaperSheet | null> {
  if (printedNumber === null) return null;
  return unit.em.findOne(PaperSheet, { assemblyId, printedNumber, handedOverAt: null, state: 'TAKEN_IN' });
}

/** What was stamped at the counter is not said again; what was not, a person says, and it stays marked as typed. */
export function sayHandOver(context: Context, sheet: PaperSheet, typed: Date | null): void {
  const field = ['input', 'handedOverAt'];
  if ((sheet.handedOverAt == null) === (typed === null))
    throw new Refusal('INVALID_INPUT', { what: 'handedOverAt' }, field);
  if (typed === null) return;
  if (typed.getTime() > context.receivedAt) throw new Refusal('IN_THE_FUTURE', {}, field);
  sheet.handedOverAt = typed;
  sheet.isHandOverTyped = true;
}
