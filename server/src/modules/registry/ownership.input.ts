import { Field, ID, InputType } from 'type-graphql';
import type { Fraction } from '../../kernel/fraction.ts';
import { FractionScalar, LocalDateScalar } from '../../kernel/scalars.ts';

@InputType({ description: 'The title document (правоустанавливающий документ).' })
export class TitleInput {
  @Field(() => String, { description: '`ЕГРН`, `договор купли-продажи`, …' })
  kind: string;

  @Field(() => String, { nullable: true })
  number?: string | null;

  @Field(() => LocalDateScalar, { nullable: true })
  date?: string | null;
}

@InputType()
export class RecordOwnershipInput {
  @Field(() => ID)
  premisesId: string;

  @Field(() => [ID], { description: 'One person owns the share alone; several own it jointly.' })
  holderIds: readonly string[];

  @Field(() => FractionScalar, { description: 'Of the premises: `"1"`, `"1/3"`.' })
  share: Fraction;

  @Field(() => TitleInput)
  title: TitleInput;

  @Field(() => Date, { nullable: true, description: 'From when on; left out: from now.' })
  since?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Up to, but without, this moment; left out: to this day.' })
  until?: Date | null;
}

@InputType()
export class EndOwnershipInput {
  @Field(() => ID)
  ownershipId: string;

  @Field(() => Date, { nullable: true, description: 'Left out: now. Never in the future.' })
  at?: Date | null;
}

@InputType({
  description: 'Name the ownership; or the premises and a person, and everything that person owns there passes on.',
})
export class RecordTransferInput {
  @Field(() => ID, { nullable: true })
  ownershipId?: string | null;

  @Field(() => ID, { nullable: true })
  premisesId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Who sells; with `ownershipId` only checked.' })
  fromPersonId?: string | null;

  @Field(() => [ID], { description: 'One person takes the share alone; several take it jointly.' })
  toIds: readonly string[];

  @Field(() => FractionScalar, {
    nullable: true,
    description: 'Of the premises. Left out: all of it passes; less than all: the rest stays with the seller.',
  })
  share?: Fraction | null;

  @Field(() => TitleInput)
  title: TitleInput;

  @Field(() => Date, { nullable: true, description: 'The moment of registration; left out: now. Never in the future.' })
  at?: Date | null;
}

@InputType()
export class RecordGuardianshipInput {
  @Field(() => ID, { description: 'A minor.' })
  childId: string;

  @Field(() => ID, { description: 'A parent or guardian of age.' })
  parentId: string;

  @Field(() => String, { description: 'Birth certificate, act of guardianship.' })
  document: string;

  @Field(() => Date, { nullable: true, description: 'Left out: now. Never in the future.' })
  since?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Left out: until the child comes of age.' })
  until?: Date | null;
}

@InputType()
export class EndGuardianshipInput {
  @Field(() => ID)
  guardianshipId: string;

  @Field(() => Date, { nullable: true, description: 'Left out: now. Never in the future.' })
  at?: Date | null;
}
