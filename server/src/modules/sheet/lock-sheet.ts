import type { Context } from '../../kernel/context.ts';
import { decodeId } from '../../kernel/global-id.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Unit } from '../../kernel/transaction.ts';
import type { SignedIn } from '../../kernel/viewer.ts';
import { lockAssembly, openIfDue, type Assembly } from '../assembly/index.ts';
import { requireOpenForEntry } from '../voting/index.ts';
import { isOtherPerson } from './rules/transcription.ts';
import { PaperSheet, Transcription } from './sheet.entity.ts';
import type { mayHandleSheet } from './sheet.policy.ts';

export interface LockedSheet {
  readonly viewer: SignedIn;
  readonly assembly: Assembly;
  readonly sheet: PaperSheet;
  /** What others read on it, in their order. */
  readonly before: readonly Transcription[];
}

/** A sheet under the lock of its assembly, for one more person: whoever transcribed it before is refused, however they come. */
export async function lockSheet(
  context: Context,
  unit: Unit,
  globalId: string,
  may: typeof mayHandleSheet,
): Promise<LockedSheet> {
  const { viewer } = context;
  if (viewer.kind !== 'SIGNED_IN') throw new Refusal('NOT_SIGNED_IN');
  const sheetId = decodeId('PaperSheet', globalId, ['input', 'sheetId']);
  const [known] = await unit.sql<{ assembly: string }>(
    'select assembly_id as assembly from paper_sheet where id = $1',
    [sheetId],
  );
  if (!known) throw new Refusal('NOT_FOUND', { kind: 'PaperSheet' }, ['input', 'sheetId']);
  const assembly = await lockAssembly(context, unit, known.assembly, may);
  await openIfDue(context, unit, assembly);
  await unit.em.flush();
  requireOpenForEntry(context, assembly);
  // The hold is given without the lock of the assembly: nobody is given the sheet while it moves on.
  await unit.sql('select 1 from paper_sheet where id = $1 for update', [sheetId]);
  const sheet = await unit.em.findOneOrFail(PaperSheet, { id: sheetId });
  const before = await unit.em.find(Transcription, { sheetId }, { orderBy: { at: 'asc', id: 'asc' } });
  if (!isOtherPerson(viewer.personId, before)) throw new Refusal('SAME_PERSON', {}, ['input', 'sheetId']);
  const held = sheet.heldBy != null && sheet.heldUntil != null && sheet.heldUntil.getTime() > unit.now.getTime();
  if (held && sheet.heldBy !== viewer.accountId) throw new Refusal('SHEET_HELD', {}, ['input', 'sheetId']);
  return { viewer, assembly, sheet, before };
}
