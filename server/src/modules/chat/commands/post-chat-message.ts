import type { Context } from '../../../kernel/context.ts';
import { decodeId } from '../../../kernel/global-id.ts';
import { newId } from '../../../kernel/new-id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { requireKey } from '../../../kernel/require-key.ts';
import { inTransaction } from '../../../kernel/transaction.ts';
import { ChatMessage } from '../chat.entity.ts';
import type { PostChatMessageInput } from '../chat.input.ts';
import { chatRoleOf, mayModerateChat, mayPostInChat } from '../chat.policy.ts';
import { standingIn } from '../chat-standing.ts';
import { chatPlace, nextInChat, requireText } from '../chat-steps.ts';
import { judgePace } from '../rules/posting-pace.ts';

/**
 * May: whom the assembly is about, and whoever runs it. Changes: one more message, at the pace of the chat. Announces
 * ChatChanged; the journal keeps no text.
 */
export async function postChatMessage(
  context: Context,
  input: PostChatMessageInput,
): Promise<{ readonly messageId: string }> {
  const { idempotencyKey, ...rest } = input;
  requireKey(idempotencyKey);
  const assemblyId = decodeId('Assembly', input.assemblyId, ['input', 'assemblyId']);
  const text = requireText(input.text);
  const idempotency = {
    key: idempotencyKey,
    input: rest,
    replay: async (ids: { readonly [role: string]: unknown }) => ({ messageId: String(ids['chatMessage']) }),
  };
  return inTransaction(context, { command: 'postChatMessage', idempotency }, async (unit) => {
    const { viewer } = context;
    const standing = await standingIn(context, await chatPlace(context, unit, assemblyId));
    if (standing.state === 'DRAFT' || standing.state === 'CANCELLED') {
      throw new Refusal('WRONG_STATE', { state: standing.state });
    }
    if (!mayPostInChat(viewer, standing)) throw new Refusal('NOT_ALLOWED');
    const { sequence, slowModeSeconds } = await nextInChat(unit, assemblyId);
    const posted = await unit.sql<{ at: string }>(
      `select posted_at::text as at from chat_message where assembly_id = $1 and author_id = $2 order by posted_at desc limit 20`,
      [assemblyId, viewer.personId],
    );
    const pace = judgePace({
      now: unit.now.getTime(),
      posted: posted.map(({ at }) => new Date(at).getTime()),
      slowModeSeconds,
      moderates: mayModerateChat(viewer, standing.place),
    });
    if (!pace.ok) throw new Refusal(pace.code, { seconds: pace.seconds });
    const message = unit.em.create(ChatMessage, {
      id: newId(),
      assemblyId,
      position: sequence,
      sequence,
      authorId: viewer.personId,
      authorRole: chatRoleOf(viewer, standing),
      postedAt: unit.now,
      text,
      editedAt: null,
      hiddenAt: null,
      hiddenById: null,
      hiddenReason: null,
    });
    unit.tell({ name: 'ChatChanged', assemblyId });
    unit.record({ assembly: assemblyId, chatMessage: message.id });
    return { messageId: message.id };
  });
}
