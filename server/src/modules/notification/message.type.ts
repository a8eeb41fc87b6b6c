import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../../kernel/enum-of.ts';
import { connectionOf } from '../../kernel/page.type.ts';
import { Payload } from '../../kernel/payload.type.ts';
import { MomentScalar } from '../../kernel/scalars.ts';
import { messageKinds, type MessageKind } from './rules/message-words.ts';

const MessageKindEnum = enumOf(messageKinds);
registerEnumType(MessageKindEnum, { name: 'MessageKind' });

@ObjectType('Message', {
  description:
    'What you are told about a ballot that stands for you; written in the moment it was recorded, and yours alone.',
})
export class MessageType {
  /** For resolvers, no fields. */
  readonly ballotKey: string;
  readonly assemblyKey: string;
  readonly personKey: string;

  @Field(() => ID)
  id: string;

  @Field(() => MessageKindEnum)
  kind: MessageKind;

  @Field(() => MomentScalar)
  writtenAt: Date;

  @Field(() => MomentScalar, { nullable: true })
  readAt: Date | null;

  @Field(() => String, { description: "In the caller's language." })
  title: string;

  @Field(() => String, { description: "In the caller's language." })
  text: string;

  @Field(() => ID)
  assemblyId: string;
}

export const MessageConnection = connectionOf(MessageType, 'Message');

@ObjectType()
export class MessagesReadPayload extends Payload {
  @Field(() => Int, { nullable: true, description: 'How many of yours are unread now.' })
  unread?: number | null;
}
