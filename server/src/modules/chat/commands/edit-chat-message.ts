import type { Context } from '../../../kernel/context.ts';
import { decodeId } from '../../../kernel/global-id.ts';
import { newId } from '../../../kernel/new-id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { inTransaction } from '../../../kernel/transaction.ts';
import { ChatEdit } from '../chat.entity.ts';
import type { EditChatMessageInput } from '../chat.input.ts';
import { isOwnMessage } from '../chat.policy.ts';
import { messageToChange, requireText } from '../chat-steps.ts';
import { isEditable } from '../rules/message-edit.ts';

/**
 * May: its author, for five minutes, unless it was hidden. Changes: the text; what stood before is kept. Announces
 * ChatChanged.
 */
export async function editChatMessage(context: Context, input: EditChatMessageInput): Promise<{ messageId: string }> {
  const messageId = decodeId('ChatMessage', input.messageId, ['input', 'messageId']);
  const text = requireText(input.text);
  return inTransaction(context, { command: 'editChatMessage' }, async (unit) => {
    const { message, sequence } = await messageToChange(context, unit, messageId);
    if (!isOwnMessage(context.viewer, message.authorId)) throw new Refusal('NOT_ALLOWED');
    if (message.version !== input.version) {
      throw new Refusal('STALE_VERSION', { yours: input.version, current: message.version }, ['input', 'version']);
    }
    const facts = { postedAt: message.postedAt.getTime(), hidden: message.hiddenAt != null };
    if (!isEditable(facts, context.receivedAt)) throw new Refusal('EDIT_TIME_OVER', { minutes: 5 });
    unit.em.create(ChatEdit, { id: newId(), messageId, at: unit.now, textBefore: message.text });
    unit.em.assign(message, { text, editedAt: unit.now, sequence });
    unit.tell({ name: 'ChatChanged', assemblyId: message.assemblyId });
    unit.record({ assembly: message.assemblyId, chatMessage: messageId });
    return { messageId };
  });
}
