import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../../kernel/enum-of.ts';
import { NodeType } from '../../kernel/node.type.ts';
import { connectionOf } from '../../kernel/page.type.ts';
import { Payload } from '../../kernel/payload.type.ts';
import { MomentScalar } from '../../kernel/scalars.ts';
import { BallotVoteType } from '../voting/index.ts';
import { sheetStates, transcriptionSteps, type SheetState, type TranscriptionStep } from './rules/sheet-lifecycle.ts';
import { differenceKinds } from './rules/transcription.ts';

export const SheetStateEnum = enumOf(sheetStates);
registerEnumType(SheetStateEnum, {
  name: 'SheetState',
  description: 'How far a paper is: only a CONFIRMED one became a ballot that may count.',
  valuesConfig: {
    TAKEN_IN: { description: 'Handed over; nobody has entered it yet.' },
    ENTERED: { description: 'Entered once; a second person has to confirm it.' },
    DIFFERENT: { description: 'Two people read it differently; a third decides.' },
    CONFIRMED: { description: 'On record as a ballot, counted or with the reason why not.' },
    NOT_CONFIRMED: { description: 'Voting ended first. On record, if anybody knows whose it is, and not counted.' },
  },
});

const TranscriptionStepEnum = enumOf(transcriptionSteps);
registerEnumType(TranscriptionStepEnum, { name: 'TranscriptionStep' });

const DifferenceKindEnum = enumOf(differenceKinds);
registerEnumType(DifferenceKindEnum, {
  name: 'SheetDifference',
  description: 'Where two people read a sheet differently.',
});

@ObjectType('Transcription', { description: 'What one person read on a sheet.' })
export class TranscriptionType {
  @Field(() => TranscriptionStepEnum)
  step: TranscriptionStep;

  @Field(() => MomentScalar)
  at: Date;

  @Field(() => Boolean)
  signed: boolean;

  @Field(() => String, { nullable: true, description: 'The date on the sheet, YYYY-MM-DD.' })
  signedOn: string | null;

  @Field(() => [BallotVoteType])
  votes: readonly BallotVoteType[];

  @Field(() => String, { nullable: true, description: 'Why the decision is as it is.' })
  reason: string | null;

  /** Not fields: for resolvers. */
  byPersonUuid: string;
  ownerUuid: string;
  actedByUuid: string;
  premisesUuids: readonly string[];
}

@ObjectType('PaperSheet', {
  implements: NodeType,
  description: 'A paper that was handed in, on its way to the record.',
})
export class PaperSheetType extends NodeType {
  @Field(() => String, { nullable: true, description: 'The number under its code.' })
  number: string | null;

  @Field(() => SheetStateEnum)
  state: SheetState;

  @Field(() => MomentScalar, {
    nullable: true,
    description: 'null: it was scanned, and whoever enters it first says when it was handed over.',
  })
  handedOverAt: Date | null;

  @Field(() => Boolean, {
    description: 'The time was typed later, and not stamped by the server: a defect of the ballot.',
  })
  isHandOverTyped: boolean;

  @Field(() => MomentScalar)
  takenInAt: Date;

  @Field(() => ID, { nullable: true, description: 'The scan, as /files serves it.' })
  scanFileId: string | null;

  @Field(() => MomentScalar, { nullable: true, description: 'Until when nobody else is given it.' })
  heldUntil: Date | null;

  /** Not fields: for resolvers. */
  uuid: string;
  assemblyUuid: string;
  ownerUuid: string | null;
  premisesUuids: readonly string[];
  submissionUuid: string | null;
}

export const PaperSheetConnection = connectionOf(PaperSheetType, 'PaperSheet');

@ObjectType()
export class PaperSheetPayload extends Payload {
  @Field(() => PaperSheetType, { nullable: true, description: 'null from `openNextSheet`: nothing waits for you.' })
  sheet?: PaperSheetType | null;
}

export { DifferenceKindEnum };
