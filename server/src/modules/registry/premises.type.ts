import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { encodeId } from '../../kernel/global-id.ts';
import { NodeType } from '../../kernel/node.type.ts';
import { AreaScalar } from '../../kernel/scalars.ts';
import { PremisesKindEnum } from './registry.enums.ts';
import type { PremisesKind } from './rules/premises-kinds.ts';

/** Premises as SQL gives them: see `premisesColumns`. */
export interface PremisesRow {
  readonly id: string;
  readonly houseId: string;
  readonly kind: PremisesKind;
  readonly number: string;
  readonly entrance: number | null;
  readonly floor: number | null;
  readonly areaHundredths: string;
  readonly cadastralNumber: string | null;
  readonly version: number;
}

@ObjectType('Premises', { implements: NodeType, description: 'A flat, another room, a parking place or a store-room.' })
export class PremisesType extends NodeType {
  @Field(() => PremisesKindEnum)
  kind: PremisesKind;

  @Field(() => String)
  number: string;

  @Field(() => Int, { nullable: true })
  entrance: number | null;

  @Field(() => Int, { nullable: true })
  floor: number | null;

  @Field(() => AreaScalar, { description: 'm², now.' })
  area: bigint;

  @Field(() => String, { nullable: true })
  cadastralNumber: string | null;

  @Field(() => Int, { description: 'To be given back on a change; a stale one is refused.' })
  version: number;

  /** Not fields: the uuids behind the ids, for resolvers that add fields to Premises. */
  premisesId: string;
  houseId: string;
}

class StoredPremises implements PremisesType {
  readonly #row: PremisesRow;

  constructor(row: PremisesRow) {
    this.#row = row;
  }

  get id() {
    return encodeId('Premises', this.#row.id);
  }

  get premisesId() {
    return this.#row.id;
  }

  get houseId() {
    return this.#row.houseId;
  }

  get kind() {
    return this.#row.kind;
  }

  get number() {
    return this.#row.number;
  }

  get entrance() {
    return this.#row.entrance;
  }

  get floor() {
    return this.#row.floor;
  }

  get area() {
    return BigInt(this.#row.areaHundredths);
  }

  get cadastralNumber() {
    return this.#row.cadastralNumber;
  }

  get version() {
    return this.#row.version;
  }
}

export function premisesType(row: PremisesRow): PremisesType {
  return new StoredPremises(row);
}

@ObjectType({ description: 'The area from a moment on, until the next one.' })
export class AreaEntry {
  @Field(() => AreaScalar)
  area: bigint;

  @Field(() => Date)
  since: Date;

  @Field(() => String, { nullable: true, description: 'The paper that states it.' })
  document: string | null;
}

@InputType()
export class PremisesFilter {
  @Field(() => Int, { nullable: true })
  entrance?: number | null;

  @Field(() => Int, { nullable: true })
  floor?: number | null;

  @Field(() => PremisesKindEnum, { nullable: true })
  kind?: PremisesKind | null;

  @Field(() => String, { nullable: true, description: 'Exactly this number, however it is typed.' })
  number?: string | null;
}
