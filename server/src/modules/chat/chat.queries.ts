import type { Context } from '../../kernel/context.ts';
import { loadBy } from '../../kernel/load-by-id.ts';
import { listPageOf } from '../../kernel/nested-page-query.ts';
import { provideNodes } from '../../kernel/node-registry.ts';
import { Parameters } from '../../kernel/page-query.ts';
import type { Page, PageArgs } from '../../kernel/page.type.ts';
import { assembliesVisibleTo, type AssemblyType } from '../assembly/index.ts';
import { namedPerson } from '../identity/index.ts';
import { isOwnMessage, mayModerateChat, mayPostInChat, mayReadText } from './chat.policy.ts';
import {
  chatMessageType,
  placeOfMessage,
  type ChatMessageRow,
  type ChatMessageType,
  type ChatRules,
} from './chat.type.ts';
import { messageColumns, messageTables } from './read-chat.ts';
import { standingIn } from './chat-standing.ts';
import { isEditable } from './rules/message-edit.ts';

async function findMessages(context: Context, ids: readonly string[]): Promise<ChatMessageRow[]> {
  const parameters = new Parameters();
  const wanted = parameters.add(ids);
  return context.database.read<ChatMessageRow>(
    `select ${messageColumns} from ${messageTables} where m.id = any(${wanted}::uuid[])
        and ${assembliesVisibleTo(context.viewer, parameters, new Date(context.clock.now()))}`,
    parameters.values,
  );
}

provideNodes('ChatMessage', {
  access: { who: 'SIGNED_IN', scope: 'assemblies:read' },
  load: async (context, uuids) =>
    new Map((await findMessages(context, uuids)).map((row) => [row.id, chatMessageType(row)])),
});

export async function findMessage(context: Context, messageId: string): Promise<ChatMessageType | null> {
  const [row] = await findMessages(context, [messageId]);
  return row ? chatMessageType(row) : null;
}

/** The chat of an assembly the viewer sees, in the order of posting. */
export async function chatOf(context: Context, { row }: AssemblyType, args: PageArgs): Promise<Page<ChatMessageType>> {
  return listPageOf<ChatMessageRow, ChatMessageType>(context, row.id, {
    database: context.database,
    select: messageColumns,
    from: messageTables,
    parent: 'm.assembly_id',
    where: ['true'],
    parameters: new Parameters(),
    sort: [
      { by: 'm.position', type: 'int' },
      { by: 'm.id', type: 'uuid' },
    ],
    args,
    nodeOf: chatMessageType,
  });
}

export async function chatRulesOf(context: Context, { row }: AssemblyType): Promise<ChatRules> {
  const slowModeSeconds = await loadBy<number>(context, 'chat-pace', row.id, async (ids) => {
    const rows = await context.database.read<{ id: string; seconds: number }>(
      'select assembly_id as id, slow_mode_seconds as seconds from chat where assembly_id = any($1::uuid[])',
      [ids],
    );
    const known = new Map(rows.map((one) => [one.id, one.seconds]));
    return ids.map((id) => known.get(id) ?? 0);
  });
  const standing = await standingIn(context, {
    state: row.state,
    place: { assemblyId: row.id, houseId: row.house_id, organisationId: row.organisation_id },
  });
  return {
    slowModeSeconds,
    mayPost: mayPostInChat(context.viewer, standing),
    mayModerate: mayModerateChat(context.viewer, standing.place),
  };
}

export async function authorNameOf(context: Context, { row }: ChatMessageType): Promise<string | null> {
  return (await namedPerson(context, row.author_id))?.displayName ?? null;
}

export function textOf({ viewer }: Context, { row }: ChatMessageType): string | null {
  return mayReadText(viewer, placeOfMessage(row), row.hidden_at !== null) ? row.text : null;
}

export function isOwn({ viewer }: Context, { row }: ChatMessageType): boolean {
  return isOwnMessage(viewer, row.author_id);
}

export function mayEdit({ viewer, clock }: Context, { row }: ChatMessageType): boolean {
  const facts = { postedAt: row.posted_at.getTime(), hidden: row.hidden_at !== null };
  return isEditable(facts, clock.now()) && isOwnMessage(viewer, row.author_id);
}

export function mayHide({ viewer }: Context, { row }: ChatMessageType): boolean {
  return mayModerateChat(viewer, placeOfMessage(row));
}
