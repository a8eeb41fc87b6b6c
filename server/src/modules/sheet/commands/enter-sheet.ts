import type { Context } from '../../../kernel/context.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { inTransaction } from '../../../kernel/transaction.ts';
import { lockSheet } from '../lock-sheet.ts';
import { sayHandOver } from '../hand-over.ts';
import { moveSheet, recordSheet } from '../settle-sheet.ts';
import { repeatable, type SheetAnswer } from '../sheet-command.ts';
import type { EnterSheetInput } from '../sheet.input.ts';
import { mayHandleSheet } from '../sheet.policy.ts';
import { writeTranscription } from '../write-transcription.ts';

/**
 * May: whoever runs the assembly, until T1. Changes: the first entry of a sheet is kept; nothing counts yet, unless four eyes
 * are switched off: then it is on record at once; the hand-over of a sheet that came as a scan is what its first
 * reader says. Announces PaperBallotEntered only then.
 */
export async function enterSheet(context: Context, input: EnterSheetInput): Promise<SheetAnswer> {
  return inTransaction(context, repeatable('enterSheet', input), async (unit) => {
    const locked = await lockSheet(context, unit, input.sheetId, mayHandleSheet);
    const { assembly, sheet } = locked;
    if (sheet.state !== 'TAKEN_IN') throw new Refusal('WRONG_STATE', { state: sheet.state }, ['input', 'sheetId']);
    sayHandOver(context, sheet, input.handedOverAt ?? null);
    const first = await writeTranscription(unit, locked, 'FIRST', input);
    let state = moveSheet(unit, sheet, 'enter');
    let submission: string | null = null;
    if (!assembly.fourEyes) {
      state = moveSheet(unit, sheet, 'agree');
      submission = await recordSheet(context, unit, sheet, first, true);
    }
    unit.record({ assembly: assembly.id, sheet: sheet.id, submission }, { state });
    return { sheetId: sheet.id };
  });
}
