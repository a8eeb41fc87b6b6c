import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { messageKinds } from './rules/message-words.ts';

/** What one person is told about a ballot that stands for them. Written by the database with the ballot; a delivery by mail or SMS hangs on it. */
export const Message = defineEntity({
  name: 'Message',
  tableName: 'message',
  properties: {
    // One index, first by the person: a ballot pays for each.
    personId: p.uuid().primary(),
    id: p.uuid().primary(),
    kind: p.enum(messageKinds),
    writtenAt: p.datetime(3),
    assemblyId: p.uuid(),
    ballotId: p.uuid(),
    readAt: p.datetime(3).nullable(),
  },
});
export type Message = InferEntity<typeof Message>;
