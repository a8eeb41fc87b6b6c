import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { encodeId } from '../../kernel/global-id.ts';
import { PersonKindEnum, type PersonKind } from '../identity/index.ts';

@InputType()
export class PersonFilter {
  @Field(() => String, { nullable: true, description: 'Words of the name, in any order.' })
  name?: string | null;

  @Field(() => PersonKindEnum, { nullable: true })
  kind?: PersonKind | null;

  @Field(() => String, { nullable: true, description: 'Exactly this SNILS, with or without dashes.' })
  snils?: string | null;

  @Field(() => String, { nullable: true, description: 'Exactly this ОГРН or ОГРНИП.' })
  ogrn?: string | null;

  @Field(() => ID, { nullable: true, description: 'Who owns something in this house now, where you may see it.' })
  ownsInHouseId?: string | null;
}

export interface GuardianshipRow {
  readonly id: string;
  readonly childId: string;
  readonly parentId: string;
  readonly document: string | null;
  readonly since: Date;
  readonly until: Date | null;
}

@ObjectType('Guardianship', {
  description: 'A parent or guardian acts for a minor over a period, until the minor comes of age.',
})
export class GuardianshipType {
  @Field(() => ID)
  id: string;

  @Field(() => String, { nullable: true, description: 'Birth certificate, act of guardianship.' })
  document: string | null;

  @Field(() => Date)
  since: Date;

  @Field(() => Date, { nullable: true, description: 'Up to, but without, this moment.' })
  until: Date | null;

  /** Not fields: the uuids behind the persons. */
  childId: string;
  parentId: string;
}

export function guardianshipType(row: GuardianshipRow): GuardianshipType {
  return { ...row, id: encodeId('Guardianship', row.id) };
}
