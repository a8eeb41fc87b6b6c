import type { Context } from '../../../kernel/context.ts';
import { decodeId } from '../../../kernel/global-id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { inTransaction } from '../../../kernel/transaction.ts';
import type { HideChatMessageInput } from '../chat.input.ts';
import { mayModerateChat } from '../chat.policy.ts';
import { messageToChange } from '../chat-steps.ts';

/** May: whoever moderates the chat. Changes: its text is kept from everybody else; nothing is erased. Announces ChatChanged. */
export async function hideChatMessage(context: Context, input: HideChatMessageInput): Promise<{ messageId: string }> {
  const messageId = decodeId('ChatMessage', input.messageId, ['input', 'messageId']);
  const reason = input.reason.trim();
  if (reason === '' || reason.length > 500) {
    throw new Refusal('INVALID_INPUT', { what: 'reason', minimum: 1, maximum: 500 }, ['input', 'reason']);
  }
  return inTransaction(context, { command: 'hideChatMessage' }, async (unit) => {
    const { viewer } = context;
    const { message, place, sequence } = await messageToChange(context, unit, messageId);
    if (!mayModerateChat(viewer, place)) throw new Refusal('NOT_ALLOWED');
    if (message.hiddenAt) throw new Refusal('ALREADY_HIDDEN', {}, ['input', 'messageId']);
    unit.em.assign(message, {
      hiddenAt: unit.now,
      hiddenById: viewer.personId,
      hiddenReason: reason,
      sequence,
    });
    unit.tell({ name: 'ChatChanged', assemblyId: message.assemblyId });
    unit.record({ assembly: message.assemblyId, chatMessage: messageId }, { reason });
    return { messageId };
  });
}
