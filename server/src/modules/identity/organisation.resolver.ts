import {
  Arg,
  Args,
  Ctx,
  Field,
  InputType,
  Mutation,
  ObjectType,
  Query,
  registerEnumType,
  Resolver,
} from 'type-graphql';
import { Access } from '../../kernel/access.ts';
import type { Context } from '../../kernel/context.ts';
import { enumOf } from '../../kernel/enum-of.ts';
import { provideNodes } from '../../kernel/node-registry.ts';
import { connectionOf, PageArgs, type Page } from '../../kernel/page.type.ts';
import { Payload, payload } from '../../kernel/payload.type.ts';
import { amendOrganisation } from './commands/amend-organisation.ts';
import { createOrganisation } from './commands/create-organisation.ts';
import { OrganisationKindEnum } from './identity.enums.ts';
import { AmendOrganisationInput, CreateOrganisationInput } from './organisation.input.ts';
import {
  listOrganisations,
  organisationById,
  organisationsById,
  organisationSorts,
  type OrganisationSort,
} from './organisation.queries.ts';
import { OrganisationType } from './organisation.type.ts';
import type { OrganisationKind } from './rules/organisation-kinds.ts';

const OrganisationSortEnum = enumOf(organisationSorts);
registerEnumType(OrganisationSortEnum, { name: 'OrganisationSort' });

@InputType()
export class OrganisationFilterInput {
  @Field(() => OrganisationKindEnum, { nullable: true })
  kind?: OrganisationKind | null;

  @Field(() => String, { nullable: true, description: 'A part of the name.' })
  text?: string | null;

  @Field(() => String, { nullable: true })
  ogrn?: string | null;
}

@ObjectType()
export class OrganisationPayload extends Payload {
  @Field(() => OrganisationType, { nullable: true })
  organisation?: OrganisationType | null;
}

const OrganisationConnection = connectionOf(OrganisationType, 'Organisation');

provideNodes('Organisation', { access: { who: 'SIGNED_IN', scope: 'houses:read' }, load: organisationsById });

@Resolver(() => OrganisationType)
export class OrganisationResolver {
  @Access('SIGNED_IN', 'houses:read')
  @Query(() => OrganisationConnection, { description: 'Who manages houses. No secret: it stands on every notice.' })
  async organisations(
    @Ctx() context: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => OrganisationFilterInput, { nullable: true }) filter: OrganisationFilterInput | null,
    @Arg('sort', () => OrganisationSortEnum, { defaultValue: 'NAME' }) sort: OrganisationSort,
  ): Promise<Page<OrganisationType>> {
    return listOrganisations(context, page, filter ?? {}, sort);
  }

  @Access(['PLATFORM_ADMINISTRATOR'], 'houses:write')
  @Mutation(() => OrganisationPayload, { description: 'An organisation that can manage houses.' })
  async createOrganisation(
    @Ctx() context: Context,
    @Arg('input', () => CreateOrganisationInput) input: CreateOrganisationInput,
  ): Promise<OrganisationPayload> {
    return payload(context, async () => ({
      organisation: await organisationById(context, (await createOrganisation(context, input)).organisationId),
    }));
  }

  @Access(['PLATFORM_ADMINISTRATOR', 'ASSEMBLY_ADMINISTRATOR'], 'houses:write')
  @Mutation(() => OrganisationPayload, {
    description: 'Corrects an organisation; its own administrator may change how to reach it.',
  })
  async amendOrganisation(
    @Ctx() context: Context,
    @Arg('input', () => AmendOrganisationInput) input: AmendOrganisationInput,
  ): Promise<OrganisationPayload> {
    return payload(context, async () => ({
      organisation: await organisationById(context, (await amendOrganisation(context, input)).organisationId),
    }));
  }
}
