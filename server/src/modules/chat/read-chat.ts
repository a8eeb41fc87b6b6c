import type { World } from '../../kernel/context.ts';
import { LiveStream, type LiveEvent } from '../../kernel/live.ts';
import type { Context } from '../../kernel/context.ts';
import { decodeId } from '../../kernel/global-id.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { isVisible } from '../assembly/index.ts';
import type { ChatMessageRow } from './chat.type.ts';

export const messageColumns = `m.id, m.assembly_id, m.sequence, m.author_id, m.author_role, m.posted_at, m.text, m.edited_at,
  m.hidden_at, m.hidden_reason, m.version, a.house_id, h.organisation_id`;
export const messageTables = 'chat_message m join assembly a on a.id = m.assembly_id join house h on h.id = a.house_id';

export interface ChatChange extends LiveEvent {
  readonly rows: readonly ChatMessageRow[];
}

const snapshotSize = 50;
/** More than this at once is no reading along any more: the latest are sent, and `lagged` says so. */
const catchUpLimit = 200;

export async function followChat(
  context: Context,
  assemblyGlobalId: string,
  after: number | null,
): Promise<LiveStream<ChatChange>> {
  const assemblyId = decodeId('Assembly', assemblyGlobalId, ['assemblyId']);
  // Whoever sees the assembly reads its chat: those it is about, and its staff.
  const requireReader = async (reader: Context): Promise<void> => {
    if (!(await isVisible(reader, assemblyId))) throw new Refusal('NOT_FOUND', { kind: 'Assembly' }, ['assemblyId']);
  };
  await requireReader(context);
  return new LiveStream<ChatChange>({
    topic: 'CHAT',
    assemblyId,
    isState: false,
    after,
    requireReader,
    read: async (world, known) => readChat(world, assemblyId, known),
  });
}

async function readChat({ database }: World, assemblyId: string, after: number | null): Promise<ChatChange | null> {
  const [chat] = await database.read<{ sequence: number }>(
    'select sequence from chat where assembly_id = $1',
    [assemblyId],
    'chat-sequence',
  );
  const last = chat?.sequence ?? 0;
  if (after === last) return null;
  const lost = after !== null && (after > last || last - after > catchUpLimit);
  // A snapshot is the end of the list; later events follow the order of the changes.
  const snapshot = after === null || lost;
  const rows = await database.read<ChatMessageRow>(
    `select ${messageColumns} from (
       select * from chat_message where assembly_id = $1 and sequence <= $2 and ($3::int is null or sequence > $3)
        order by ${snapshot ? 'position' : 'sequence'} desc limit $4) m
       join assembly a on a.id = m.assembly_id join house h on h.id = a.house_id
      order by ${snapshot ? 'm.position' : 'm.sequence'}`,
    [assemblyId, last, snapshot ? null : after, snapshot ? snapshotSize : catchUpLimit],
    snapshot ? 'chat-snapshot' : 'chat-changes',
  );
  return { sequence: last, lagged: lost, rows };
}
