import type { Context } from '../../../kernel/context.ts';
import { decodeId } from '../../../kernel/global-id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { inTransaction } from '../../../kernel/transaction.ts';
import type { RestoreChatMessageInput } from '../chat.input.ts';
import { mayModerateChat } from '../chat.policy.ts';
import { messageToChange } from '../chat-steps.ts';

/** May: whoever moderates the chat. Changes: a hidden message is read by everybody again. Announces ChatChanged. */
export async function restoreChatMessage(
  context: Context,
  input: RestoreChatMessageInput,
): Promise<{ messageId: string }> {
  const messageId = decodeId('ChatMessage', input.messageId, ['input', 'messageId']);
  return inTransaction(context, { command: 'restoreChatMessage' }, async (unit) => {
    const { message, place, sequence } = await messageToChange(context, unit, messageId);
    if (!mayModerateChat(context.viewer, place)) throw new Refusal('NOT_ALLOWED');
    if (!message.hiddenAt) throw new Refusal('NOT_HIDDEN', {}, ['input', 'messageId']);
    unit.em.assign(message, { hiddenAt: null, hiddenById: null, hiddenReason: null, sequence });
    unit.tell({ name: 'ChatChanged', assemblyId: message.assemblyId });
    unit.record({ assembly: message.assemblyId, chatMessage: messageId });
    return { messageId };
  });
}
