import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../../kernel/enum-of.ts';
import { NodeType } from '../../kernel/node.type.ts';
import { connectionOf } from '../../kernel/page.type.ts';
import { Payload } from '../../kernel/payload.type.ts';
import { MomentScalar } from '../../kernel/scalars.ts';
import { BallotType, TallyType } from '../voting/index.ts';
import { disputeStates, type DisputeState } from './rules/dispute-lifecycle.ts';

export const DisputeStateEnum = enumOf(disputeStates);
registerEnumType(DisputeStateEnum, {
  name: 'DisputeState',
  description: 'Answered while voting runs. OPEN after the end: the result stands, with a recount without it beside.',
});

@ObjectType('Dispute', {
  implements: NodeType,
  description: '«Не моё решение»: an owner says that a ballot in their name is not theirs.',
})
export class DisputeType extends NodeType {
  /** For resolvers, no fields. */
  readonly ballotKey: string;
  readonly openerKey: string;
  readonly deciderKey: string | null;
  readonly fileKeys: readonly string[];

  @Field(() => ID)
  assemblyId: string;

  @Field(() => DisputeStateEnum)
  state: DisputeState;

  @Field(() => String, { description: 'What the owner says happened.' })
  statement: string;

  @Field(() => MomentScalar)
  openedAt: Date;

  @Field(() => Boolean, { description: 'Raised when voting was over: it can no longer take the ballot out.' })
  afterEnd: boolean;

  @Field(() => MomentScalar, { nullable: true })
  decidedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'What the answer rests on.' })
  evidence: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was rejected.' })
  reason: string | null;
}

export const DisputeConnection = connectionOf(DisputeType, 'Dispute');

@ObjectType('DisputedRecount', {
  description: 'The count without the ballots that are disputed still. The result stands; this is shown beside it.',
})
export class DisputedRecountType {
  @Field(() => Int, { description: 'Ballots left out.' })
  ballotsLeftOut: number;

  @Field(() => TallyType)
  tally: TallyType;

  @Field(() => Boolean, { description: 'Whether there would be no quorum, or another outcome of an item.' })
  differs: boolean;

  @Field(() => [ID], { description: 'Items whose outcome would be another.' })
  changedItemIds: readonly string[];

  @Field(() => String, { description: "In plain words, in the caller's language." })
  explanation: string;
}

@ObjectType()
export class BallotPayload extends Payload {
  @Field(() => BallotType, { nullable: true })
  ballot?: BallotType | null;
}
