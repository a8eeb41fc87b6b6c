import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import { PaperVoteInput } from '../voting/index.ts';

export const SheetTaskEnum = { ENTER: 'ENTER', CONFIRM: 'CONFIRM', DECIDE: 'DECIDE' } as const;
export type SheetTask = keyof typeof SheetTaskEnum;
registerEnumType(SheetTaskEnum, {
  name: 'SheetTask',
  description: 'ENTER: the first entry. CONFIRM: the second, blind. DECIDE: where the two differ.',
});

const key = 'Yours, 8–100 printable characters; a repeat answers with the first sheet.';

@InputType()
export class TakeInSheetInput {
  @Field(() => ID)
  assemblyId: string;

  @Field(() => String, { nullable: true, description: 'The text of the code on one of its pages.' })
  code?: string | null;

  @Field(() => String, { nullable: true, description: 'The number under the code, typed.' })
  number?: string | null;

  @Field(() => Date, {
    nullable: true,
    description:
      'Only for a paper taken in earlier: it stays marked as typed. Left out: now, by the clock of the server.',
  })
  handedOverAt?: Date | null;

  @Field(() => ID, { nullable: true, description: 'A file uploaded by you: its scan.' })
  scanFileId?: string | null;

  @Field(() => String, { description: key })
  idempotencyKey: string;
}

@InputType()
export class OpenNextSheetInput {
  @Field(() => ID)
  assemblyId: string;

  @Field(() => SheetTaskEnum)
  task: SheetTask;

  @Field(() => ID, { nullable: true, description: 'The one on your desk: you are given the one after it.' })
  afterId?: string | null;
}

@InputType({ description: 'What stands on a sheet.' })
export class TranscriptionInput {
  @Field(() => ID)
  sheetId: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The owner named on the sheet; needed where its code does not say it.',
  })
  ownerId?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'The premises named on it; needed where its code does not say it.',
  })
  premisesIds?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'Who signed and handed it in for the owner; left out: the owner.' })
  actedById?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Default true.' })
  signed?: boolean | null;

  @Field(() => String, { nullable: true, description: 'The date on the sheet, YYYY-MM-DD; left out: it bears none.' })
  signedOn?: string | null;

  @Field(() => [PaperVoteInput], { description: 'The marks as they stand on the sheet; an item left out is blank.' })
  votes: PaperVoteInput[];

  @Field(() => String, { description: key })
  idempotencyKey: string;
}

@InputType()
export class EnterSheetInput extends TranscriptionInput {
  @Field(() => Date, {
    nullable: true,
    description:
      'When it was handed over; only, and always, for a sheet that came as a scan: it stays marked as typed.',
  })
  handedOverAt?: Date | null;
}

@InputType()
export class ConfirmSheetInput extends TranscriptionInput {}

@InputType()
export class DecideSheetInput extends TranscriptionInput {
  @Field(() => String, { description: 'Why; kept with the decision.' })
  reason: string;
}
