import type { Context } from '../../../kernel/context.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { inTransaction } from '../../../kernel/transaction.ts';
import { lockSheet } from '../lock-sheet.ts';
import { differencesOf } from '../rules/transcription.ts';
import { moveSheet, recordSheet } from '../settle-sheet.ts';
import { repeatable, type SheetAnswer } from '../sheet-command.ts';
import type { ConfirmSheetInput } from '../sheet.input.ts';
import { mayHandleSheet } from '../sheet.policy.ts';
import { transcriptOf, writeTranscription } from '../write-transcription.ts';

/**
 * May: whoever runs the assembly, but not who made the first entry, until T1. Changes: the second entry is kept; the same as
 * the first, it is on record, otherwise it waits for a decision. Announces PaperBallotEntered when it is on record.
 */
export async function confirmSheet(context: Context, input: ConfirmSheetInput): Promise<SheetAnswer> {
  return inTransaction(context, repeatable('confirmSheet', input), async (unit) => {
    const locked = await lockSheet(context, unit, input.sheetId, mayHandleSheet);
    const { assembly, sheet, before } = locked;
    const [first] = before;
    if (sheet.state !== 'ENTERED' || !first)
      throw new Refusal('WRONG_STATE', { state: sheet.state }, ['input', 'sheetId']);
    const second = await writeTranscription(unit, locked, 'SECOND', input);
    const isSame = differencesOf(transcriptOf(first), transcriptOf(second)).length === 0;
    const state = moveSheet(unit, sheet, isSame ? 'agree' : 'differ');
    const submission = isSame ? await recordSheet(context, unit, sheet, first, true) : null;
    unit.record({ assembly: assembly.id, sheet: sheet.id, submission }, { state });
    return { sheetId: sheet.id };
  });
}
