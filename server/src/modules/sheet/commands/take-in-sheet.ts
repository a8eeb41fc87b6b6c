import type { Context } from '../../../kernel/context.ts';
import { decodeId, decodeOptionalId } from '../../../kernel/global-id.ts';
import { newId } from '../../../kernel/new-id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { inTransaction } from '../../../kernel/transaction.ts';
import { lockAssembly, openIfDue } from '../../assembly/index.ts';
import { StoredFile } from '../../files/index.ts';
import { requireOpenForEntry } from '../../voting/index.ts';
import { printedSheet } from '../printed-sheet.ts';
import { scannedBefore } from '../hand-over.ts';
import { sheetLifecycle } from '../rules/sheet-lifecycle.ts';
import { repeatable, type SheetAnswer } from '../sheet-command.ts';
import { PaperSheet } from '../sheet.entity.ts';
import type { TakeInSheetInput } from '../sheet.input.ts';
import { mayHandleSheet } from '../sheet.policy.ts';

/**
 * May: whoever runs the assembly, until T1. Changes: a paper is taken in, its hand-over stamped by the clock of the server or
 * marked as typed; one whose scan came first is joined to it. Announces nothing.
 */
export async function takeInSheet(context: Context, input: TakeInSheetInput): Promise<SheetAnswer> {
  return inTransaction(context, repeatable('takeInSheet', input), async (unit) => {
    const { viewer } = context;
    if (viewer.kind !== 'SIGNED_IN') throw new Refusal('NOT_SIGNED_IN');
    const assemblyId = decodeId('Assembly', input.assemblyId, ['input', 'assemblyId']);
    const assembly = await lockAssembly(context, unit, assemblyId, mayHandleSheet);
    await openIfDue(context, unit, assembly);
    await unit.em.flush();
    requireOpenForEntry(context, assembly);
    const handedOverAt = input.handedOverAt ?? new Date(context.receivedAt);
    if (handedOverAt.getTime() > context.receivedAt) throw new Refusal('IN_THE_FUTURE', {}, ['input', 'handedOverAt']);
    const scanFileId = decodeOptionalId('StoredFile', input.scanFileId);
    if (scanFileId !== null && !(await unit.em.findOne(StoredFile, { id: scanFileId, uploadedBy: viewer.accountId })))
      throw new Refusal('NOT_FOUND', { kind: 'StoredFile' }, ['input', 'scanFileId']);
    const printed = await printedSheet(context, unit, assemblyId, input);
    const handOver = {
      handedOverAt,
      isHandOverTyped: input.handedOverAt != null,
      takenInBy: viewer.accountId,
      takenInAt: unit.now,
    };
    const scanned = await scannedBefore(unit, assemblyId, printed.printedNumber);
    if (scanned) {
      unit.em.assign(scanned, { ...handOver, ...(scanFileId === null ? {} : { scanFileId }) });
      unit.record({ assembly: assemblyId, sheet: scanned.id }, { handOverTyped: scanned.isHandOverTyped });
      return { sheetId: scanned.id };
    }
    const sheet = unit.em.create(PaperSheet, {
      id: newId(),
      assemblyId,
      ...printed,
      ...handOver,
      scanFileId,
      proposal: null,
      state: sheetLifecycle.initial,
      heldBy: null,
      heldUntil: null,
      submissionId: null,
      settledAt: null,
    });
    unit.record({ assembly: assemblyId, sheet: sheet.id }, { handOverTyped: sheet.isHandOverTyped });
    return { sheetId: sheet.id };
  });
}
