import { Field, ID, InputType, Int } from 'type-graphql';

@InputType()
export class PrintBallotsInput {
  @Field(() => ID)
  assemblyId: string;

  @Field(() => Int, { nullable: true, description: 'Left out: the whole house.' })
  entrance?: number | null;

  @Field(() => ID, { nullable: true, description: 'A person: their ballots alone.' })
  ownerId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'One document for each ownership; left out: one for each owner with all of theirs.',
  })
  perOwnership?: boolean | null;

  @Field(() => String, { description: '8–100 printable characters; a repeat answers with the first run.' })
  idempotencyKey: string;
}

@InputType()
export class PrintBlankBallotsInput {
  @Field(() => ID)
  assemblyId: string;

  @Field(() => Int, { description: '1–100, each with a number of its own.' })
  copies: number;

  @Field(() => String, { description: '8–100 printable characters; a repeat answers with the first run.' })
  idempotencyKey: string;
}
