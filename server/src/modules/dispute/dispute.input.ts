import { Field, ID, InputType } from 'type-graphql';

@InputType()
export class OpenDisputeInput {
  @Field(() => ID, { description: 'A ballot in your name; the whole submission it was part of is disputed.' })
  ballotId: string;

  @Field(() => String, { description: 'What happened, in your own words; at most 5000 characters.' })
  statement: string;
}

@InputType()
export class UpholdDisputeInput {
  @Field(() => ID, { description: 'A ballot of the disputed submission.' })
  ballotId: string;

  @Field(() => String, { description: 'What the decision rests on; the owner reads it.' })
  evidence: string;

  @Field(() => [ID], { nullable: true, description: 'Files you uploaded, at most 20; the owner may read them.' })
  evidenceFileIds?: string[] | null;
}

@InputType()
export class RejectDisputeInput extends UpholdDisputeInput {
  @Field(() => String, { description: 'Why the ballot is the owner’s all the same; the owner reads it.' })
  reason: string;
}
