import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../../kernel/enum-of.ts';
import type { Fraction } from '../../kernel/fraction.ts';
import { AreaScalar, FractionScalar } from '../../kernel/scalars.ts';
import { rollChangeKinds } from './rules/roll-change-kinds.ts';

export const RollChangeKindEnum = enumOf(rollChangeKinds);
registerEnumType(RollChangeKindEnum, {
  name: 'RollChangeKind',
  description: 'What the register learned after the roll was frozen.',
});

export interface RollEntryRow {
  id: string;
  assembly_id: string;
  premises_id: string;
  holder_ids: string[];
  numerator: string;
  denominator: string;
  units: string;
  common_unit: string;
  area: string;
  since: Date;
  until: Date | null;
}

@ObjectType('RollEntry', { description: 'One ownership on the frozen roll of an assembly, with its exact weight.' })
export class RollEntryType {
  /** For resolvers, no field. */
  readonly row: RollEntryRow;

  @Field(() => ID)
  id: string;

  @Field(() => FractionScalar, { description: 'Share of the premises.' })
  share: Fraction;

  @Field(() => AreaScalar, { description: 'Area of the premises, m².' })
  area: bigint;

  @Field(() => FractionScalar, { description: 'Exact weight in m² = votes: area × share.' })
  weight: Fraction;

  @Field(() => Date, { description: 'The opening, or the moment of a later sale.' })
  since: Date;

  @Field(() => Date, { nullable: true, description: 'Set when the ownership passed on while voting ran.' })
  until: Date | null;
}

@ObjectType('RollChange', { description: 'A dated entry on the roll: a sale or a correction while voting ran.' })
export class RollChangeType {
  @Field(() => ID)
  id: string;

  @Field(() => RollChangeKindEnum)
  kind: (typeof rollChangeKinds)[number];

  @Field(() => Date, { description: 'When it was recorded.' })
  at: Date;

  @Field(() => Date, { description: 'From when on it holds.' })
  effectiveAt: Date;

  @Field(() => ID)
  premisesId: string;

  @Field(() => AreaScalar, { nullable: true, description: 'For a corrected area, m².' })
  areaBefore: bigint | null;

  @Field(() => AreaScalar, { nullable: true })
  areaAfter: bigint | null;
}
