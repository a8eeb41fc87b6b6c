import { Field, ID, InputType, Int } from 'type-graphql';
import { OrganisationKindEnum } from './identity.enums.ts';
import type { OrganisationKind } from './rules/organisation-kinds.ts';

@InputType()
export class CreateOrganisationInput {
  @Field(() => OrganisationKindEnum)
  kind: OrganisationKind;

  @Field(() => String)
  name: string;

  @Field(() => String)
  ogrn: string;

  @Field(() => String, { nullable: true })
  postAddress?: string | null;

  @Field(() => String, { nullable: true })
  phone?: string | null;

  @Field(() => String, { nullable: true, description: 'An address that begins with http:// or https://.' })
  site?: string | null;
}

@InputType({ description: 'What is left out stays; null takes away.' })
export class AmendOrganisationInput {
  @Field(() => ID)
  organisationId: string;

  @Field(() => Int)
  version: number;

  @Field(() => OrganisationKindEnum, { nullable: true })
  kind?: OrganisationKind | null;

  @Field(() => String, { nullable: true })
  name?: string | null;

  @Field(() => String, { nullable: true })
  ogrn?: string | null;

  @Field(() => String, { nullable: true })
  postAddress?: string | null;

  @Field(() => String, { nullable: true })
  phone?: string | null;

  @Field(() => String, { nullable: true })
  site?: string | null;
}
