import type { Context } from '../../kernel/context.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Unit } from '../../kernel/transaction.ts';
import { recordPaper } from '../voting/index.ts';
import { sheetLifecycle } from './rules/sheet-lifecycle.ts';
import type { PaperSheet, Transcription } from './sheet.entity.ts';

type Read = Pick<Transcription, 'ownerId' | 'premisesIds' | 'sheet'> & {
  readonly actedById: string | null;
  readonly signed: boolean | null;
  readonly byAccountId: string | null;
};

/** A paper that nobody entered before the end: all that is known of it is what its code says; null where it has none. */
export function neverRead({ ownerId, premisesIds }: PaperSheet): Read | null {
  if (ownerId == null || premisesIds.length === 0) return null;
  return { ownerId, premisesIds, actedById: null, sheet: '', signed: null, byAccountId: null };
}

/** Moves a sheet on and lets go of it. */
export function moveSheet(
  unit: Unit,
  sheet: PaperSheet,
  verb: Parameters<typeof sheetLifecycle.next>[1],
): PaperSheet['state'] {
  const state = sheetLifecycle.next(sheet.state, verb);
  if (state === undefined) throw new Refusal('WRONG_STATE', { state: sheet.state }, ['input', 'sheetId']);
  unit.em.assign(sheet, { state, heldBy: null, heldUntil: null });
  return state;
}

/** What two people read becomes a ballot on record; unconfirmed at the end it is on record too, and does not count. */
export async function recordSheet(
  context: Context,
  unit: Unit,
  sheet: PaperSheet,
  read: Read,
  confirmed: boolean,
): Promise<string> {
  if (confirmed && sheet.handedOverAt == null) throw new Refusal('INVALID_INPUT', { what: 'handedOverAt' });
  const { submissionId } = await recordPaper(context, unit, {
    assemblyId: sheet.assemblyId,
    ownerId: read.ownerId,
    premisesIds: read.premisesIds,
    actorId: read.actedById,
    sheet: read.sheet,
    handedOverAt: sheet.handedOverAt ?? null,
    cameAt: sheet.takenInAt,
    signed: read.signed,
    enteredBy: read.byAccountId,
    confirmed,
  });
  unit.em.assign(sheet, { submissionId, settledAt: unit.now });
  return submissionId;
}
