import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Fraction } from '../../kernel/fraction.ts';
import { encodeId } from '../../kernel/global-id.ts';
import { BallotChannelEnum, BallotStateEnum } from './ballot.type.ts';
import type { BallotState } from './rules/ballot-words.ts';
import { Votes, votesOf } from './tally.type.ts';

/** A ballot without its sheet, as the feed reads it. */
export interface FeedRow {
  readonly id: string;
  readonly sequence: number;
  readonly received_at: Date;
  readonly channel: 'ELECTRONIC' | 'PAPER';
  readonly state: BallotState;
  readonly owner_id: string;
  readonly premises_number: string;
  readonly entrance: number | null;
  readonly units: string | null;
  readonly common_unit: string | null;
  readonly total_area: string | null;
}

@ObjectType('BallotFeedEntry', { description: 'A ballot as the feed tells it: everything but the answers.' })
export class BallotFeedEntryType {
  /** For resolvers, no field. */
  readonly ownerKey: string;

  @Field(() => ID, { description: 'Of the ballot.' })
  id: string;

  @Field(() => Int, { description: 'Its place in the feed; a ballot that fell comes again with a new one.' })
  sequence: number;

  @Field(() => Date, { description: 'When the server received it; for paper, when it was entered.' })
  recordedAt: Date;

  @Field(() => BallotChannelEnum)
  channel: FeedRow['channel'];

  @Field(() => BallotStateEnum)
  state: BallotState;

  @Field(() => String)
  premisesNumber: string;

  @Field(() => Int, { nullable: true })
  entrance: number | null;

  @Field(() => Votes, { nullable: true, description: 'Its weight; null when it stands for no entry of the roll.' })
  weight: Votes | null;
}

@ObjectType('BallotFeedEvent', { description: 'Ballots that came or changed, oldest first.' })
export class BallotFeedEvent {
  @Field(() => Int, { description: 'Give it as `after` to go on from here.' })
  sequence: number;

  @Field(() => Boolean, {
    description: 'You fell behind: these are the latest 50, and others before them were not sent.',
  })
  lagged: boolean;

  @Field(() => [BallotFeedEntryType])
  entries: readonly BallotFeedEntryType[];
}

export function ballotFeedEntryType(row: FeedRow): BallotFeedEntryType {
  const total = Fraction.of(BigInt(row.total_area ?? '0'), 100n);
  const { units, common_unit: unit } = row;
  return {
    ownerKey: row.owner_id,
    id: encodeId('Ballot', row.id),
    sequence: row.sequence,
    recordedAt: row.received_at,
    channel: row.channel,
    state: row.state,
    premisesNumber: row.premises_number,
    entrance: row.entrance,
    weight: units === null || unit === null ? null : votesOf(Fraction.of(BigInt(units), 100n * BigInt(unit)), total),
  };
}
