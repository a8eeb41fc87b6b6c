import { Field, ID, InputType } from 'type-graphql';
import { DefectKindEnum } from './defect.type.ts';
import type { DefectKind } from './rules/defect-kinds.ts';

@InputType()
export class RepairDefectInput {
  @Field(() => ID)
  ballotId: string;

  @Field(() => DefectKindEnum)
  kind: DefectKind;

  @Field(() => String, { description: 'What the repair rests on; kept with it. At most 2000 characters.' })
  note: string;

  @Field(() => [ID], {
    nullable: true,
    description:
      'Files you uploaded, at most 20, that the owner may read: an act, a letter; AUTHORITY_EXPIRED: the document, required.',
  })
  evidenceFileIds?: string[] | null;

  @Field(() => String, { nullable: true, description: 'NO_DATE: the date that was supplied, YYYY-MM-DD.' })
  signedOn?: string | null;
}

@InputType()
export class ConfirmBallotInput {
  @Field(() => ID, { description: 'A paper ballot in your name.' })
  ballotId: string;
}
