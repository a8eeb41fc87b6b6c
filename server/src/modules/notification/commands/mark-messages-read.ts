import type { Context } from '../../../kernel/context.ts';
import { decodeId } from '../../../kernel/global-id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { inTransaction } from '../../../kernel/transaction.ts';
import { Message } from '../message.entity.ts';
import type { MarkMessagesReadInput } from '../notification.input.ts';
import { mayMarkMessages, messagesOf } from '../notification.policy.ts';

/** May: whom the messages are for. Changes: they are read, as of now; those read before stay. Announces nothing. */
export async function markMessagesRead(context: Context, input: MarkMessagesReadInput): Promise<void> {
  if (!mayMarkMessages(context.viewer)) throw new Refusal('NOT_SIGNED_IN');
  const field = ['input', 'messageIds'];
  const ids = [...new Set(input.messageIds.map((id, at) => decodeId('Message', id, [...field, String(at)])))];
  if (ids.length === 0 || ids.length > 100) {
    throw new Refusal('INVALID_INPUT', { what: 'messageIds', minimum: 1, maximum: 100 }, field);
  }
  await inTransaction(context, { command: 'markMessagesRead' }, async (unit) => {
    const mine = { id: { $in: ids }, personId: { $in: [...messagesOf(context.viewer)] } };
    const messages = await unit.em.find(Message, mine);
    if (messages.length !== ids.length) throw new Refusal('NOT_FOUND', { kind: 'Message' }, field);
    const unread = messages.filter(({ readAt }) => readAt == null);
    for (const message of unread) unit.em.assign(message, { readAt: unit.now });
    unit.record({ messages: unread.map(({ id }) => id) });
  });
}
