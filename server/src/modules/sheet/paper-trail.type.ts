import { Field, Int, ObjectType } from 'type-graphql';
import { MomentScalar } from '../../kernel/scalars.ts';

@ObjectType('BallotScan', { description: 'One page of the paper, as it was scanned.' })
export class BallotScanType {
  @Field(() => Int, { description: 'From 1.' })
  number: number;

  @Field(() => String, { description: 'Where the page is seen as a JPEG.' })
  pictureUrl: string;
}

@ObjectType('PaperTrail', {
  description:
    'How a paper ballot came on record. For whoever it stands for, those who run its assembly, and its auditors; for nobody else.',
})
export class PaperTrailType {
  /** For resolvers, no fields. */
  readonly takenInUuid: string | null;
  readonly enteredUuid: string | null;
  readonly confirmedUuid: string | null;
  readonly decidedUuid: string | null;

  @Field(() => String, { nullable: true, description: 'The number under its code.' })
  printedNumber: string | null;

  @Field(() => MomentScalar, { nullable: true, description: 'When it was taken in at the counter.' })
  takenInAt: Date | null;

  @Field(() => Boolean, { description: 'The time of the hand-over was typed later, and not stamped by the server.' })
  isHandOverTyped: boolean;

  @Field(() => String, { nullable: true, description: 'The date on the paper, YYYY-MM-DD.' })
  signedOn: string | null;

  @Field(() => MomentScalar, { nullable: true, description: 'null: voting ended before anybody entered it.' })
  enteredAt: Date | null;

  @Field(() => MomentScalar, {
    nullable: true,
    description: 'null: four eyes were off, or voting ended before a second person came to it.',
  })
  confirmedAt: Date | null;

  @Field(() => MomentScalar, { nullable: true, description: 'Only where the two read it differently.' })
  decidedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Why the third person decided so.' })
  decisionReason: string | null;

  @Field(() => [BallotScanType], { description: 'Its pages, in their order; empty where nobody scanned it.' })
  scans: readonly BallotScanType[];

  @Field(() => String, { nullable: true, description: 'The file brought with it, where it shows this paper alone.' })
  fileUrl: string | null;
}
