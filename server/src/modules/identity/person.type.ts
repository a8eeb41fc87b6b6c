import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { Context } from '../../kernel/context.ts';
import { enumOf } from '../../kernel/enum-of.ts';
import { encodeId } from '../../kernel/global-id.ts';
import { NodeType } from '../../kernel/node.type.ts';
import { moscowToday } from './person-details.ts';
import { personKinds, type PersonKind } from './rules/person-kinds.ts';
import { displayName } from './rules/names.ts';

export const PersonKindEnum = enumOf(personKinds);
registerEnumType(PersonKindEnum, {
  name: 'PersonKind',
  description: 'A natural person, a company, or a public body (the city, a ministry).',
});

/** A person as SQL gives it: see `personColumns`. */
export interface PersonRow {
  readonly id: string;
  readonly kind: PersonKind;
  readonly familyName: string | null;
  readonly givenName: string | null;
  readonly patronymic: string | null;
  readonly bodyName: string | null;
  readonly ogrn: string | null;
  readonly headId: string | null;
  /** YYYY-MM-DD */
  readonly comesOfAgeOn: string | null;
  readonly version: number;
}

/** The columns of a PersonRow, for a select over `person` under this alias. */
export function personColumns(alias: string): string {
  return `${alias}.id, ${alias}.kind, ${alias}.family_name as "familyName", ${alias}.given_name as "givenName",
    ${alias}.patronymic, ${alias}.body_name as "bodyName", ${alias}.ogrn, ${alias}.head_id as "headId",
    ${alias}.comes_of_age_on::text as "comesOfAgeOn", ${alias}.version`;
}

@ObjectType('Person', {
  implements: NodeType,
  description:
    'A natural person, a company or a public body. Numbers, birth dates and contacts are no fields: `revealPerson` shows them once and records the look.',
})
export class PersonType extends NodeType {
  @Field(() => PersonKindEnum)
  kind: PersonKind;

  @Field(() => String, { description: 'Family name, given name and patronymic; or the name of the company.' })
  displayName: string;

  @Field(() => String, { nullable: true })
  familyName: string | null;

  @Field(() => String, { nullable: true })
  givenName: string | null;

  @Field(() => String, { nullable: true })
  patronymic: string | null;

  @Field(() => String, { nullable: true, description: 'Of a company or a public body.' })
  bodyName: string | null;

  @Field(() => String, { nullable: true, description: 'ОГРН or ОГРНИП: a public number.' })
  ogrn: string | null;

  @Field(() => ID, { nullable: true, description: 'The head, through whose account a company or a public body acts.' })
  headId: string | null;

  @Field(() => Boolean, { description: 'Under eighteen today, in Moscow: a parent acts for them.' })
  isMinor: boolean;

  @Field(() => Int, { description: 'To be given back on a change; a stale one is refused.' })
  version: number;

  /** Not a field: the uuid behind the id, for resolvers that add fields to Person. */
  personId: string;
}

class StoredPerson implements PersonType {
  readonly #clock: Context['clock'];
  readonly #row: PersonRow;

  constructor(clock: Context['clock'], row: PersonRow) {
    this.#clock = clock;
    this.#row = row;
  }

  get id() {
    return encodeId('Person', this.#row.id);
  }

  get personId() {
    return this.#row.id;
  }

  get displayName() {
    return displayName(this.#row);
  }

  get headId() {
    return this.#row.headId && encodeId('Person', this.#row.headId);
  }

  get isMinor() {
    const { comesOfAgeOn } = this.#row;
    return comesOfAgeOn !== null && comesOfAgeOn > moscowToday({ clock: this.#clock });
  }

  get kind() {
    return this.#row.kind;
  }

  get familyName() {
    return this.#row.familyName;
  }

  get givenName() {
    return this.#row.givenName;
  }

  get patronymic() {
    return this.#row.patronymic;
  }

  get bodyName() {
    return this.#row.bodyName;
  }

  get ogrn() {
    return this.#row.ogrn;
  }

  get version() {
    return this.#row.version;
  }
}

export function personType({ clock }: Pick<Context, 'clock'>, row: PersonRow): PersonType {
  return new StoredPerson(clock, row);
}
