import { Field, ID, InputType } from 'type-graphql';

@InputType()
export class MarkMessagesReadInput {
  @Field(() => [ID], { description: 'Yours, 1–100; one that is read already stays as it was.' })
  messageIds: string[];
}
