import type { Context } from '../../kernel/context.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Unit } from '../../kernel/transaction.ts';
import { Assembly, isVisible } from '../assembly/index.ts';
import { House } from '../registry/index.ts';
import type { ChatStanding } from './chat.policy.ts';
import { ChatMessage, type ChatMessage as ChatMessageRow } from './chat.entity.ts';
import { readMessageText } from './rules/message-text.ts';

/** The next number of the chat. Its row stays locked until the commit: changes of one chat follow one another. */
export async function nextInChat(
  unit: Unit,
  assemblyId: string,
): Promise<{ sequence: number; slowModeSeconds: number }> {
  const [chat] = await unit.sql<{ sequence: number; slow: number }>(
    `insert into chat (assembly_id, sequence, slow_mode_seconds) values ($1, 1, 0)
       on conflict (assembly_id) do update set sequence = chat.sequence + 1
     returning sequence, slow_mode_seconds as slow`,
    [assemblyId],
  );
  if (!chat) throw new Error('no chat');
  return { sequence: chat.sequence, slowModeSeconds: chat.slow };
}

/** Where the chat is; whoever does not see the assembly is told nothing of it. */
export async function chatPlace(
  context: Context,
  unit: Unit,
  assemblyId: string,
): Promise<Pick<ChatStanding, 'place' | 'state'>> {
  const hidden = new Refusal('NOT_FOUND', { kind: 'Assembly' }, ['input', 'assemblyId']);
  if (!(await isVisible(context, assemblyId))) throw hidden;
  const assembly = await unit.em.findOne(Assembly, { id: assemblyId });
  const house = assembly && (await unit.em.findOne(House, { id: assembly.houseId }));
  if (!assembly || !house) throw hidden;
  return {
    state: assembly.state,
    place: { assemblyId, houseId: assembly.houseId, organisationId: house.organisationId ?? null },
  };
}

/** The message under the lock of its chat, with the number of the change that is about to be made. */
export async function messageToChange(
  context: Context,
  unit: Unit,
  messageId: string,
): Promise<Pick<ChatStanding, 'place' | 'state'> & { message: ChatMessageRow; sequence: number }> {
  const hidden = new Refusal('NOT_FOUND', { kind: 'ChatMessage' }, ['input', 'messageId']);
  const known = await unit.em.findOne(ChatMessage, { id: messageId });
  if (!known || !(await isVisible(context, known.assemblyId))) throw hidden;
  const { sequence } = await nextInChat(unit, known.assemblyId);
  const message = await unit.em.findOneOrFail(ChatMessage, { id: messageId }, { refresh: true });
  return { ...(await chatPlace(context, unit, known.assemblyId)), message, sequence };
}

export function requireText(written: string): string {
  const text = readMessageText(written);
  if (text === null) throw new Refusal('INVALID_INPUT', { what: 'text', minimum: 1, maximum: 2000 }, ['input', 'text']);
  return text;
}
