import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import type { Mark } from './rules/answers.ts';

export const VoteEnum = { FOR: 'FOR', AGAINST: 'AGAINST', ABSTAIN: 'ABSTAIN' } as const;
registerEnumType(VoteEnum, {
  name: 'Vote',
  description: 'One answer to one agenda item: «за», «против», «воздержался» (art. 48 p. 5.1).',
});

@InputType()
export class VoteInput {
  @Field(() => ID)
  agendaItemId: string;

  @Field(() => VoteEnum, {
    nullable: true,
    description: 'null is no answer; a ballot with one is refused as INCOMPLETE.',
  })
  answer?: Mark | null;
}

@InputType()
export class CastBallotInput {
  @Field(() => ID)
  assemblyId: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'For whom; left out: for yourself. Otherwise a minor child of yours, a body you head, or somebody whose proxy you hold.',
  })
  ownerId?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description:
      'The premises voted with: every ownership of the owner there. Either this or `ownershipIds`. A repeated one is taken once.',
  })
  premisesIds?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'The single ownerships voted with, where premises would be too much.',
  })
  ownershipIds?: string[] | null;

  @Field(() => [VoteInput], { description: 'One answer for every item of the agenda.' })
  votes: VoteInput[];

  @Field(() => String, {
    description:
      'Yours, 8–100 characters. A repeat with the same key returns the first answer and changes nothing; other arguments under it are refused.',
  })
  idempotencyKey: string;
}

@InputType()
export class PaperVoteInput {
  @Field(() => ID)
  agendaItemId: string;

  @Field(() => [VoteEnum], { description: 'Every box marked; none is a blank item, two or more an invalid one.' })
  marks: Mark[];
}

@InputType()
export class EnterPaperBallotInput {
  @Field(() => ID)
  assemblyId: string;

  @Field(() => ID, { description: 'The owner named on the sheet.' })
  ownerId: string;

  @Field(() => ID)
  premisesId: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Who handed it in for the owner; left out: the owner, or the head of the body.',
  })
  actedById?: string | null;

  @Field(() => Date, { description: 'When it was handed to the administrator.' })
  handedOverAt: Date;

  @Field(() => Boolean, { nullable: true, description: 'Whether it is signed; default true.' })
  signed?: boolean | null;

  @Field(() => [PaperVoteInput], { description: 'The marks as they stand on the sheet; an item left out is blank.' })
  votes: PaperVoteInput[];

  @Field(() => String, { description: 'Yours, 8–100 characters; as in castBallot.' })
  idempotencyKey: string;
}
