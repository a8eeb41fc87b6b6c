import { Field, Int, ObjectType } from 'type-graphql';
import { Votes } from './tally.type.ts';

@ObjectType('TurnoutPoint', { description: 'How much of the house had voted, or is expected to have, at a moment.' })
export class TurnoutPointType {
  @Field(() => Date)
  at: Date;

  @Field(() => Votes)
  participating: Votes;
}

@ObjectType('TurnoutCurve', {
  description: 'The turnout from the opening on, in even steps, and its forecast to the end.',
})
export class TurnoutCurveType {
  @Field(() => [TurnoutPointType], { description: 'At the end of every step, the last one being now.' })
  points: readonly TurnoutPointType[];

  @Field(() => [TurnoutPointType], {
    description:
      'From the last point to the end, if those who have not voted go on as they did of late; empty while too little is known.',
  })
  forecast: readonly TurnoutPointType[];

  @Field(() => Votes, { description: 'What the quorum of the house asks for; more than this is needed.' })
  quorum: Votes;

  @Field(() => String, { nullable: true, description: "The forecast in a sentence, in the caller's language." })
  outlook: string | null;
}

@ObjectType('EntranceTurnout', { description: 'How much of one entrance has voted.' })
export class EntranceTurnoutType {
  @Field(() => Int, { nullable: true, description: 'null: premises of no entrance, or of an unknown one.' })
  entrance: number | null;

  @Field(() => Votes)
  total: Votes;

  @Field(() => Votes)
  participating: Votes;

  @Field(() => String, { description: 'Percent of the votes of this entrance, two decimals.' })
  percent: string;

  @Field(() => Int)
  premises: number;

  @Field(() => Int, { description: 'Premises for which at least one ballot counts.' })
  premisesVoted: number;
}
