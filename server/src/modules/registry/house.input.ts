import { Field, ID, InputType, Int } from 'type-graphql';
import { AreaScalar } from '../../kernel/scalars.ts';
import { PremisesKindEnum } from './registry.enums.ts';
import type { PremisesKind } from './rules/premises-kinds.ts';

@InputType()
class HouseFactsInput {
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
