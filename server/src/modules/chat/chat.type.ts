import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../../kernel/enum-of.ts';
import { encodeId } from '../../kernel/global-id.ts';
import { NodeType } from '../../kernel/node.type.ts';
import type { AssemblyPlace } from '../assembly/index.ts';
import { chatRoles, type ChatRole } from './rules/chat-roles.ts';

const ChatRoleEnum = enumOf(chatRoles);
registerEnumType(ChatRoleEnum, {
  name: 'ChatRole',
  description: 'As whom somebody wrote: an owner, somebody acting for one, or whoever runs the assembly.',
});

/** A message with the place of its assembly, as lists read it. */
export interface ChatMessageRow {
  readonly id: string;
  readonly assembly_id: string;
  readonly sequence: number;
  readonly author_id: string;
  readonly author_role: ChatRole;
  readonly posted_at: Date;
  readonly text: string;
  readonly edited_at: Date | null;
  readonly hidden_at: Date | null;
  readonly hidden_reason: string | null;
  readonly version: number;
  readonly house_id: string;
  readonly organisation_id: string | null;
}

@ObjectType('ChatMessage', {
  implements: NodeType,
  description: 'Never erased: a hidden one keeps its place and says why.',
})
export class ChatMessageType extends NodeType {
  /** For resolvers, no field. */
  readonly row: ChatMessageRow;

  @Field(() => ID)
  assemblyId: string;

  @Field(() => Int, {
    description: 'Of its last change: a message that is edited, hidden or restored comes again with a new one.',
  })
  sequence: number;

  @Field(() => Date)
  postedAt: Date;

  @Field(() => Date, { nullable: true })
  editedAt: Date | null;

  @Field(() => ChatRoleEnum)
  authorRole: ChatRole;

  @Field(() => Date, { nullable: true })
  hiddenAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was hidden.' })
  hiddenReason: string | null;

  @Field(() => Int, { description: 'For editChatMessage.' })
  version: number;
}

export function placeOfMessage(row: ChatMessageRow): AssemblyPlace {
  return { assemblyId: row.assembly_id, houseId: row.house_id, organisationId: row.organisation_id };
}

export function chatMessageType(row: ChatMessageRow): ChatMessageType {
  return {
    row,
    id: encodeId('ChatMessage', row.id),
    assemblyId: encodeId('Assembly', row.assembly_id),
    sequence: row.sequence,
    postedAt: row.posted_at,
    editedAt: row.edited_at,
    authorRole: row.author_role,
    hiddenAt: row.hidden_at,
    hiddenReason: row.hidden_reason,
    version: row.version,
  };
}

@ObjectType({ description: 'What holds in the chat of an assembly, and what the viewer may do there.' })
export class ChatRules {
  @Field(() => Int, { description: 'The pause between two messages of one person; 0: none.' })
  slowModeSeconds: number;

  @Field(() => Boolean)
  mayPost: boolean;

  @Field(() => Boolean, { description: 'May hide, restore and set slow mode.' })
  mayModerate: boolean;
}

@ObjectType({ description: 'Messages that came or changed, oldest change first.' })
export class ChatEvent {
  @Field(() => Int, { description: 'Give it as `after` to go on from here.' })
  sequence: number;

  @Field(() => Boolean, {
    description: 'You fell behind: these are the latest 50, and others before them were not sent.',
  })
  lagged: boolean;

  @Field(() => [ChatMessageType])
  messages: readonly ChatMessageType[];
}
