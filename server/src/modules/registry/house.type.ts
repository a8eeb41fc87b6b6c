import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { Fraction } from '../../kernel/fraction.ts';
import { encodeId } from '../../kernel/global-id.ts';
import { NodeType } from '../../kernel/node.type.ts';
import { AreaScalar, FractionScalar } from '../../kernel/scalars.ts';
import { PremisesType } from './premises.type.ts';

/** A house as SQL gives it: see `houseColumns`. */
export interface HouseRow {
  readonly id: string;
  readonly settlement: string;
  readonly street: string;
  readonly number: string;
  readonly block: string | null;
  readonly fiasId: string | null;
  readonly cadastralNumber: string | null;
  readonly entrances: number | null;
  readonly storeys: number | null;
  readonly yearBuilt: number | null;
  readonly wallMaterial: string | null;
  readonly series: string | null;
  readonly organisationId: string | null;
  readonly createdAt: Date;
  readonly version: number;
}

@ObjectType('House', { implements: NodeType, description: 'An apartment house (МКД). Its address is no secret.' })
export class HouseType extends NodeType {
  @Field(() => String, { description: 'In one line, as on an envelope.' })
  address: string;

  @Field(() => String)
  settlement: string;

  @Field(() => String)
  street: string;

  @Field(() => String)
  number: string;

  @Field(() => String, { nullable: true, description: 'Корпус, строение.' })
  block: string | null;

  @Field(() => String, { nullable: true, description: 'GUID of the house in ФИАС.' })
  fiasId: string | null;

  @Field(() => String, { nullable: true })
  cadastralNumber: string | null;

  @Field(() => Int, { nullable: true })
  entrances: number | null;

  @Field(() => Int, { nullable: true })
  storeys: number | null;

  @Field(() => Int, { nullable: true })
  yearBuilt: number | null;

  @Field(() => String, { nullable: true })
  wallMaterial: string | null;

  @Field(() => String, { nullable: true, description: 'Series of the project.' })
  series: string | null;

  @Field(() => Date)
  createdAt: Date;

  @Field(() => Int, { description: 'To be given back on a change; a stale one is refused.' })
  version: number;

  /** Not fields: the uuids behind the ids, for resolvers that add fields to House. */
  houseId: string;
  managedBy: string | null;
}

export function houseType(row: HouseRow): HouseType {
  const { id, organisationId, settlement, street, number, block, ...rest } = row;
  return {
    ...rest,
    houseId: id,
    managedBy: organisationId,
    id: encodeId('House', id),
    address: [settlement, street, [number, block].filter((part) => part !== null).join(' ')].join(', '),
    settlement,
    street,
    number,
    block,
  };
}

@ObjectType({ description: 'What a house adds up to now. Weights are counted of `area`.' })
export class HouseTotals {
  @Field(() => Int)
  premisesCount: number;

  @Field(() => AreaScalar, { description: 'All premises, m².' })
  area: bigint;

  @Field(() => AreaScalar, { description: 'Flats, m².' })
  residentialArea: bigint;

  @Field(() => AreaScalar, { description: 'Other premises, m².' })
  nonResidentialArea: bigint;

  @Field(() => FractionScalar, { description: 'Area × share of every ownership in force, m²: what has a known owner.' })
  areaWithKnownOwners: Fraction;

  @Field(() => String, { description: 'The same in m² to two decimals, for display.' })
  areaWithKnownOwnersText: string;

  @Field(() => String, { description: 'The same in percent of `area` to two decimals, for display.' })
  percentWithKnownOwners: string;
}

@ObjectType({
  description:
    'Premises whose shares do not add up to one: the missing part has no known owner and stays in the total.',
})
export class ShareProblem {
  @Field(() => PremisesType)
  premises: PremisesType;

  @Field(() => FractionScalar, { description: 'Of the shares in force now.' })
  sum: Fraction;

  @Field(() => FractionScalar)
  missing: Fraction;
}

@InputType()
export class HouseFilter {
  @Field(() => String, { nullable: true, description: 'Exactly this town or village, however it is abbreviated.' })
  settlement?: string | null;

  @Field(() => String, { nullable: true, description: 'Beginnings of words of the address, in any order: `ленин 12`.' })
  text?: string | null;

  @Field(() => ID, { nullable: true })
  organisationId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'true: houses in which you own something, and those your roles are given for.',
  })
  mine?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'true: houses you serve in which shares of some premises do not add up to one now.',
  })
  hasShareProblems?: boolean | null;
}
