import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { Assembly } from '../assembly/index.ts';
import { Person } from '../identity/index.ts';
import { chatRoles } from './rules/chat-roles.ts';

/** The chat of an assembly: made by its first message or its first rule. */
export const Chat = defineEntity({
  name: 'Chat',
  tableName: 'chat',
  properties: {
    assemblyId: () => p.manyToOne(Assembly).mapToPk().joinColumn('assembly_id').primary(),
    /** The last number given to a message. Held until the commit, so numbers are in the order of commits. */
    sequence: p.integer(),
    slowModeSeconds: p.integer(),
  },
});
export type Chat = InferEntity<typeof Chat>;

/** Never erased: hiding keeps the text for those who moderate, and an edit keeps what stood before. */
export const ChatMessage = defineEntity({
  name: 'ChatMessage',
  tableName: 'chat_message',
  properties: {
    id: p.uuid().primary(),
    assemblyId: () => p.manyToOne(Assembly).mapToPk().joinColumn('assembly_id'),
    /** Of the posting; the place in the list. */
    position: p.integer(),
    /** Of the last change; what a reader resumes after. */
    sequence: p.integer(),
    authorId: () => p.manyToOne(Person).mapToPk().joinColumn('author_id'),
    authorRole: p.enum(chatRoles),
    postedAt: p.datetime(3),
    text: p.text(),
    editedAt: p.datetime(3).nullable(),
    hiddenAt: p.datetime(3).nullable(),
    hiddenById: () => p.manyToOne(Person).mapToPk().joinColumn('hidden_by_id').nullable(),
    hiddenReason: p.text().nullable(),
    version: p.integer().version(),
  },
  indexes: [{ name: 'chat_message_author', properties: ['assemblyId', 'authorId', 'postedAt'] }],
  uniques: [
    { name: 'chat_message_position', properties: ['assemblyId', 'position'] },
    { name: 'chat_message_sequence', properties: ['assemblyId', 'sequence'] },
  ],
});
export type ChatMessage = InferEntity<typeof ChatMessage>;

/** What a message said before an edit; only ever added to. */
export const ChatEdit = defineEntity({
  name: 'ChatEdit',
  tableName: 'chat_edit',
  properties: {
    id: p.uuid().primary(),
    messageId: () => p.manyToOne(ChatMessage).mapToPk().joinColumn('message_id').index(),
    at: p.datetime(3),
    textBefore: p.text(),
  },
});
