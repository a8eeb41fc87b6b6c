import type { Context } from '../../../kernel/context.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { inTransaction } from '../../../kernel/transaction.ts';
import { lockSheet } from '../lock-sheet.ts';
import { moveSheet, recordSheet } from '../settle-sheet.ts';
import { repeatable, type SheetAnswer } from '../sheet-command.ts';
import type { DecideSheetInput } from '../sheet.input.ts';
import { mayHandleSheet } from '../sheet.policy.ts';
import { writeTranscription } from '../write-transcription.ts';

const longestReason = 2000;

/**
 * May: whoever runs the assembly and is neither of the two who differ, until T1. Changes: the third reading, with its reason,
 * is on record. Announces PaperBallotEntered.
 */
export async function decideSheet(context: Context, input: DecideSheetInput): Promise<SheetAnswer> {
  return inTransaction(context, repeatable('decideSheet', input), async (unit) => {
    const locked = await lockSheet(context, unit, input.sheetId, mayHandleSheet);
    const { assembly, sheet } = locked;
    const reason = input.reason.trim();
    if (sheet.state !== 'DIFFERENT') throw new Refusal('WRONG_STATE', { state: sheet.state }, ['input', 'sheetId']);
    if (reason === '' || reason.length > longestReason)
      throw new Refusal('INVALID_INPUT', { what: 'reason', minimum: 1, maximum: longestReason }, ['input', 'reason']);
    const decision = await writeTranscription(unit, locked, 'DECISION', input, reason);
    const state = moveSheet(unit, sheet, 'decide');
    const submission = await recordSheet(context, unit, sheet, decision, true);
    unit.record({ assembly: assembly.id, sheet: sheet.id, submission }, { state });
    return { sheetId: sheet.id };
  });
}
