import { Field, ID, InputType, Int } from 'type-graphql';

@InputType()
export class PostChatMessageInput {
  @Field(() => ID)
  assemblyId: string;

  @Field(() => String, { description: '1–2000 characters of plain text.' })
  text: string;

  @Field(() => String, { description: 'Yours, 8–100 characters; as in castBallot.' })
  idempotencyKey: string;
}

@InputType()
export class EditChatMessageInput {
  @Field(() => ID)
  messageId: string;

  @Field(() => Int, { description: 'The version you are changing.' })
  version: number;

  @Field(() => String, { description: '1–2000 characters of plain text.' })
  text: string;
}

@InputType()
export class HideChatMessageInput {
  @Field(() => ID)
  messageId: string;

  @Field(() => String, { description: 'Why, 1–500 characters; everybody in the chat reads it.' })
  reason: string;
}

@InputType()
export class RestoreChatMessageInput {
  @Field(() => ID)
  messageId: string;
}

@InputType()
export class SetChatSlowModeInput {
  @Field(() => ID)
  assemblyId: string;

  @Field(() => Int, { description: 'The pause between two messages of one person, 0–3600; 0 turns it off.' })
  seconds: number;
}
