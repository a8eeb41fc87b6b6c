import type { Context } from '../../../kernel/context.ts';
import { decodeId } from '../../../kernel/global-id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { inTransaction } from '../../../kernel/transaction.ts';
import type { SetChatSlowModeInput } from '../chat.input.ts';
import { mayModerateChat } from '../chat.policy.ts';
import { chatPlace, nextInChat } from '../chat-steps.ts';

const longestPause = 3600;

/** May: whoever moderates the chat. Changes: the pause between two messages of one person. Announces ChatChanged. */
export async function setChatSlowMode(context: Context, input: SetChatSlowModeInput): Promise<{ assemblyId: string }> {
  const assemblyId = decodeId('Assembly', input.assemblyId, ['input', 'assemblyId']);
  const { seconds } = input;
  if (seconds < 0 || seconds > longestPause) {
    throw new Refusal('INVALID_INPUT', { what: 'seconds', minimum: 0, maximum: longestPause }, ['input', 'seconds']);
  }
  return inTransaction(context, { command: 'setChatSlowMode' }, async (unit) => {
    const { place } = await chatPlace(context, unit, assemblyId);
    if (!mayModerateChat(context.viewer, place)) throw new Refusal('NOT_ALLOWED');
    const { slowModeSeconds } = await nextInChat(unit, assemblyId);
    await unit.sql('update chat set slow_mode_seconds = $2 where assembly_id = $1', [assemblyId, seconds]);
    unit.tell({ name: 'ChatChanged', assemblyId });
    unit.record({ assembly: assemblyId }, { slowModeSeconds: { before: slowModeSeconds, after: seconds } });
    return { assemblyId };
  });
}
