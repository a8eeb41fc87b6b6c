import type { Context } from '../../kernel/context.ts';
import { encodeId } from '../../kernel/global-id.ts';
import { listPage, Parameters } from '../../kernel/page-query.ts';
import type { Page, PageArgs } from '../../kernel/page.type.ts';
import { byTime, type TimeOrder } from '../../kernel/time-order.ts';
import type { MessageType } from './message.type.ts';
import { searchedWords } from '../identity/index.ts';
import { messagesOf } from './notification.policy.ts';
import { messageText, messageTitle, type MessageFacts, type MessageKind } from './rules/message-words.ts';

interface MessageRow extends MessageFacts {
  readonly id: string;
  readonly kind: MessageKind;
  readonly person_id: string;
  readonly written_at: Date;
  readonly read_at: Date | null;
  readonly assembly_id: string;
  readonly ballot_id: string;
}

const columns = `m.id, m.kind, m.person_id, m.written_at, m.read_at, m.assembly_id, m.ballot_id, a.title as "assemblyTitle",
  p.number as "premisesNumber", b.channel, b.authority, b.reason,
  case when m.kind = 'DISPUTE_REJECTED' then (select d.reason from dispute d where d.submission_id = b.submission_id) end as answer`;
const from = `message m join ballot b on b.id = m.ballot_id join assembly a on a.id = m.assembly_id
  join premises p on p.id = b.premises_id`;

/** The viewer's messages. */
export async function listMyMessages(
  context: Context,
  args: PageArgs,
  filter: { readonly unread: boolean; readonly text: string },
  order: TimeOrder,
): Promise<Page<MessageType>> {
  const parameters = new Parameters();
  const where = [`m.person_id = any(${parameters.add(messagesOf(context.viewer))}::uuid[])`];
  if (filter.unread) where.push('m.read_at is null');
  for (const word of searchedWords(filter.text)) {
    const part = parameters.add(word);
    where.push(`(strpos(translate(lower(a.title), 'ё', 'е'), ${part}) > 0 or strpos(lower(p.number), ${part}) > 0)`);
  }
  return listPage<MessageRow, MessageType>({
    database: context.database,
    select: columns,
    from,
    where,
    parameters,
    // It begins with the time.
    sort: byTime(order, { by: 'm.id', type: 'uuid' }),
    args,
    nodeOf: (row) => ({
      id: encodeId('Message', row.id),
      ballotKey: row.ballot_id,
      assemblyKey: row.assembly_id,
      personKey: row.person_id,
      kind: row.kind,
      writtenAt: row.written_at,
      readAt: row.read_at,
      title: messageTitle(row.kind, context.locale),
      text: messageText(row, context.locale),
      assemblyId: encodeId('Assembly', row.assembly_id),
    }),
  });
}

export async function countMyUnread(context: Context): Promise<number> {
  const [row] = await context.database.read<{ n: number }>(
    'select count(*)::int as n from message where person_id = any($1::uuid[]) and read_at is null',
    [messagesOf(context.viewer)],
  );
  return row?.n ?? 0;
}
