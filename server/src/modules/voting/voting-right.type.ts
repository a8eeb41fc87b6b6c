import { Field, ID, ObjectType } from 'type-graphql';
import { Fraction } from '../../kernel/fraction.ts';
import { AuthorityEnum } from './ballot.type.ts';
import { Votes } from './tally.type.ts';

@ObjectType('VotingRight', { description: 'One ownership the viewer may vote with, and by what right.' })
export class VotingRightType {
  /** For resolvers, no fields. */
  readonly ownerKey: string;
  readonly premisesKey: string;

  @Field(() => ID)
  ownershipId: string;

  @Field(() => Fraction, { description: 'Share of the premises.' })
  share: Fraction;

  @Field(() => Votes)
  weight: Votes;

  @Field(() => AuthorityEnum)
  authority: keyof typeof AuthorityEnum;

  @Field(() => Boolean, { description: 'These square metres already have a counted ballot.' })
  voted: boolean;

  @Field(() => String, {
    description:
      'How the weight comes about, in the caller\'s language: "54.30 m² × 1/3 = 18.10 votes, 0.44 % of the house".',
  })
  explanation: string;
}
