import { Field, ID, InputType, Int } from 'type-graphql';
import { LocalDateScalar } from '../../kernel/scalars.ts';
import { PersonDetailEnum, type PersonDetail } from './identity.enums.ts';
import { PersonKindEnum } from './person.type.ts';
import type { PersonKind } from './rules/person-kinds.ts';

@InputType()
export class RegisterPersonInput {
  @Field(() => PersonKindEnum)
  kind: PersonKind;

  @Field(() => String, { nullable: true })
  familyName?: string | null;

  @Field(() => String, { nullable: true })
  givenName?: string | null;

  @Field(() => String, { nullable: true })
  patronymic?: string | null;

  @Field(() => String, { nullable: true, description: 'Of a company or a public body.' })
  bodyName?: string | null;

  @Field(() => String, { nullable: true, description: 'ОГРН or ОГРНИП; a company must have one.' })
  ogrn?: string | null;

  @Field(() => String, { nullable: true, description: 'Eleven digits; dashes and spaces are ignored.' })
  snils?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Of a natural person: series, number, when and by whom it was issued; 6 to 300 characters. The minutes of an assembly name that of its initiator (Minstroy 266/пр).',
  })
  passport?: string | null;

  @Field(() => LocalDateScalar, { nullable: true })
  birthDate?: string | null;

  @Field(() => [String], { nullable: true, description: 'At most 10.' })
  phones?: readonly string[] | null;

  @Field(() => [String], { nullable: true, description: 'At most 10.' })
  emails?: readonly string[] | null;
}

@InputType({ description: 'What is left out stays; null takes away.' })
export class AmendPersonInput {
  @Field(() => ID)
  personId: string;

  @Field(() => Int)
  version: number;

  @Field(() => String, { nullable: true })
  familyName?: string | null;

  @Field(() => String, { nullable: true })
  givenName?: string | null;

  @Field(() => String, { nullable: true })
  patronymic?: string | null;

  @Field(() => String, { nullable: true })
  bodyName?: string | null;

  @Field(() => String, { nullable: true })
  ogrn?: string | null;

  @Field(() => String, { nullable: true })
  snils?: string | null;

  @Field(() => String, { nullable: true })
  passport?: string | null;

  @Field(() => LocalDateScalar, { nullable: true })
  birthDate?: string | null;

  @Field(() => [String], { nullable: true })
  phones?: readonly string[] | null;

  @Field(() => [String], { nullable: true })
  emails?: readonly string[] | null;
}

@InputType()
export class AppointHeadInput {
  @Field(() => ID, { description: 'A company or a public body.' })
  bodyId: string;

  @Field(() => ID, { nullable: true, description: 'A natural person of age; null dismisses.' })
  personId?: string | null;
}

@InputType()
export class RevealPersonInput {
  @Field(() => ID)
  personId: string;

  @Field(() => [PersonDetailEnum], { description: 'Only what is needed: every one is recorded.' })
  fields: readonly PersonDetail[];

  @Field(() => String, { description: 'Why you look; the person will read it.' })
  reason: string;
}
