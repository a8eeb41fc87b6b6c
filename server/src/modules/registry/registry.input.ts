import { Field, ID, InputType, Int } from 'type-graphql';
import type { Fraction } from '../../kernel/fraction.ts';
import { AreaScalar, FractionScalar, LocalDateScalar } from '../../kernel/scalars.ts';
import { PremisesKindEnum } from './registry.enums.ts';
import type { PremisesKind } from './rules/premises-kinds.ts';

@InputType()
export class HouseFactsInput {
  @Field(() => String, {
    nullable: true,
    description: 'Корпус, строение: `корп. 1 стр. 2`; a bare number is a корпус.',
  })
  block?: string | null;

  @Field(() => String, { nullable: true, description: 'GUID of the house in ФИАС.' })
  fiasId?: string | null;

  @Field(() => String, { nullable: true, description: '`77:01:0001075:1361`' })
  cadastralNumber?: string | null;

  @Field(() => Int, { nullable: true })
  entrances?: number | null;

  @Field(() => Int, { nullable: true })
  storeys?: number | null;

  @Field(() => Int, { nullable: true })
  yearBuilt?: number | null;

  @Field(() => String, { nullable: true })
  wallMaterial?: string | null;

  @Field(() => String, { nullable: true, description: 'Series of the project.' })
  series?: string | null;
}

@InputType()
export class CreateHouseInput extends HouseFactsInput {
  @Field(() => String, { description: 'Town or village.' })
  settlement: string;

  @Field(() => String, { description: 'With its type: `ул. Ленина`.' })
  street: string;

  @Field(() => String)
  number: string;

  @Field(() => ID, { nullable: true, description: 'Who manages the house.' })
  organisationId?: string | null;
}

@InputType({ description: 'What is left out stays; null takes away.' })
export class AmendHouseInput extends HouseFactsInput {
  @Field(() => ID)
  houseId: string;

  @Field(() => Int)
  version: number;

  @Field(() => String, { nullable: true })
  settlement?: string | null;

  @Field(() => String, { nullable: true })
  street?: string | null;

  @Field(() => String, { nullable: true })
  number?: string | null;
}

@InputType()
export class AssignHouseInput {
  @Field(() => ID)
  houseId: string;

  @Field(() => ID, { nullable: true, description: 'null: nobody manages the house.' })
  organisationId?: string | null;
}

@InputType()
export class AddPremisesInput {
  @Field(() => ID)
  houseId: string;

  @Field(() => PremisesKindEnum)
  kind: PremisesKind;

  @Field(() => String)
  number: string;

  @Field(() => AreaScalar)
  area: bigint;

  @Field(() => String, { nullable: true, description: 'The paper that states the area.' })
  document?: string | null;

  @Field(() => Int, { nullable: true })
  entrance?: number | null;

  @Field(() => Int, { nullable: true, description: 'Below zero: underground.' })
  floor?: number | null;

  @Field(() => String, { nullable: true })
  cadastralNumber?: string | null;
}

@InputType({
  description: 'What is left out stays; null takes away. The area is corrected by `correctArea`, with its paper.',
})
export class AmendPremisesInput {
  @Field(() => ID)
  premisesId: string;

  @Field(() => Int)
  version: number;

  @Field(() => PremisesKindEnum, { nullable: true })
  kind?: PremisesKind | null;

  @Field(() => String, { nullable: true })
  number?: string | null;

  @Field(() => Int, { nullable: true })
  entrance?: number | null;

  @Field(() => Int, { nullable: true })
  floor?: number | null;

  @Field(() => String, { nullable: true })
  cadastralNumber?: string | null;
}

@InputType()
export class CorrectAreaInput {
  @Field(() => ID)
  premisesId: string;

  @Field(() => AreaScalar)
  area: bigint;

  @Field(() => String, { description: 'The paper that states the right area.' })
  document: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The assembly in which the correction must still count; refused with CLOSED when it no longer can.',
  })
  assemblyId?: string | null;
}

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
