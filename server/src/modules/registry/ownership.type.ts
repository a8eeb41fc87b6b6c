import { Field, ID, ObjectType } from 'type-graphql';
import { Fraction } from '../../kernel/fraction.ts';
import { encodeId } from '../../kernel/global-id.ts';
import { NodeType } from '../../kernel/node.type.ts';
import { FractionScalar, LocalDateScalar } from '../../kernel/scalars.ts';

/** An ownership as SQL gives it: see `ownershipColumns`. */
export interface OwnershipRow {
  readonly id: string;
  readonly premisesId: string;
  readonly houseId: string;
  readonly areaHundredths: string;
  readonly shareNumerator: string;
  readonly shareDenominator: string;
  readonly joint: boolean;
  readonly titleKind: string | null;
  readonly titleNumber: string | null;
  readonly titleDate: string | null;
  readonly since: Date;
  readonly until: Date | null;
  readonly previousId: string | null;
  readonly holderIds: readonly string[];
}

@ObjectType({ description: 'The title document.' })
export class TitleType {
  @Field(() => String)
  kind: string;

  @Field(() => String, { nullable: true })
  number: string | null;

  @Field(() => LocalDateScalar, { nullable: true })
  date: string | null;
}

@ObjectType('Ownership', {
  implements: NodeType,
  description: 'A share in premises over a period. It never changes: a transfer ends it and begins others.',
})
export class OwnershipType extends NodeType {
  @Field(() => FractionScalar, { description: 'Of the premises.' })
  share: Fraction;

  @Field(() => Boolean, { description: 'Held by several together (spouses): either may act for the whole.' })
  joint: boolean;

  @Field(() => TitleType, { nullable: true })
  title: TitleType | null;

  @Field(() => Date)
  since: Date;

  @Field(() => Date, { nullable: true, description: 'Up to, but without, this moment; null: to this day.' })
  until: Date | null;

  @Field(() => ID, { nullable: true, description: 'The ownership this one came from by a transfer.' })
  previousId: string | null;

  @Field(() => FractionScalar, { description: 'Area × share, m², exactly: the votes it carries.' })
  weight: Fraction;

  @Field(() => String, { description: 'The weight to two decimals, for display.' })
  weightText: string;

  /** Not fields: the uuids behind the ids. */
  ownershipId: string;
  premisesId: string;
  houseId: string;
  holderIds: readonly string[];
}

export function ownershipType(row: OwnershipRow): OwnershipType {
  const share = Fraction.of(BigInt(row.shareNumerator), BigInt(row.shareDenominator));
  const weight = Fraction.of(BigInt(row.areaHundredths), 100n).times(share);
  return {
    ownershipId: row.id,
    premisesId: row.premisesId,
    houseId: row.houseId,
    holderIds: row.holderIds,
    id: encodeId('Ownership', row.id),
    share,
    joint: row.joint,
    title: row.titleKind === null ? null : { kind: row.titleKind, number: row.titleNumber, date: row.titleDate },
    since: row.since,
    until: row.until,
    previousId: row.previousId && encodeId('Ownership', row.previousId),
    weight,
    weightText: weight.toDecimal(2),
  };
}
