import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Query,
  registerEnumType,
  Resolver,
  Root,
} from 'type-graphql';
import { Access } from '../../kernel/access.ts';
import type { Context } from '../../kernel/context.ts';
import { enumOf } from '../../kernel/enum-of.ts';
import { nameOf } from '../../kernel/name-of.ts';
import { loadNode, provideNodes } from '../../kernel/node-registry.ts';
import { connectionOf, PageArgs, type Page } from '../../kernel/page.type.ts';
import { Payload, payload } from '../../kernel/payload.type.ts';
import type { Role } from '../../kernel/viewer.ts';
import { AccountType, RoleGrantType } from './account.type.ts';
import { grantRole } from './commands/grant-role.ts';
import { revokeRole } from './commands/revoke-role.ts';
import { RoleEnum } from './identity.enums.ts';
import { GrantRoleInput, RevokeRoleInput } from './account.input.ts';
import {
  listRoleGrants,
  roleGrantById,
  roleGrantsById,
  roleGrantSorts,
  type RoleGrantSort,
} from './role-grant.queries.ts';

const RoleGrantSortEnum = enumOf(roleGrantSorts);
registerEnumType(RoleGrantSortEnum, { name: 'RoleGrantSort', description: 'By when it began, or by who holds it.' });

@InputType()
export class RoleGrantFilterInput {
  @Field(() => ID, { nullable: true })
  accountId?: string | null;

  @Field(() => RoleEnum, { nullable: true })
  role?: Role | null;

  @Field(() => Boolean, { nullable: true, description: 'Only those in force now, or only those that are over.' })
  inForce?: boolean | null;

  @Field(() => String, { nullable: true, description: 'Words, each a part of the login or name of who holds it.' })
  text?: string | null;
}

@ObjectType()
export class RoleGrantPayload extends Payload {
  @Field(() => RoleGrantType, { nullable: true })
  roleGrant?: RoleGrantType | null;
}

const RoleGrantConnection = connectionOf(RoleGrantType, 'RoleGrant');

provideNodes('RoleGrant', { access: { who: 'SIGNED_IN', scope: 'accounts:read' }, load: roleGrantsById });

@Resolver(() => RoleGrantType)
export class RoleResolver {
  @Access(['PLATFORM_ADMINISTRATOR', 'AUDITOR'], 'accounts:read')
  @Query(() => RoleGrantConnection, { description: 'Every role that was ever given.' })
  async roleGrants(
    @Ctx() context: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => RoleGrantFilterInput, { nullable: true }) filter: RoleGrantFilterInput | null,
    @Arg('sort', () => RoleGrantSortEnum, { defaultValue: 'NEWEST' }) sort: RoleGrantSort,
  ): Promise<Page<RoleGrantType>> {
    return listRoleGrants(context, page, filter ?? {}, sort);
  }

  @Access(['PLATFORM_ADMINISTRATOR'], 'accounts:write')
  @Mutation(() => RoleGrantPayload, {
    description:
      'Gives a role: an assembly administrator has exactly one scope, a platform administrator none, others at most one. Only at the console.',
  })
  async grantRole(
    @Ctx() context: Context,
    @Arg('input', () => GrantRoleInput) input: GrantRoleInput,
  ): Promise<RoleGrantPayload> {
    return payload(context, async () => ({
      roleGrant: await roleGrantById(context, (await grantRole(context, input)).roleGrantId),
    }));
  }

  @Access(['PLATFORM_ADMINISTRATOR'], 'accounts:write')
  @Mutation(() => RoleGrantPayload, { description: 'Ends a role now. Only at the console.' })
  async revokeRole(
    @Ctx() context: Context,
    @Arg('input', () => RevokeRoleInput) input: RevokeRoleInput,
  ): Promise<RoleGrantPayload> {
    return payload(context, async () => ({
      roleGrant: await roleGrantById(context, (await revokeRole(context, input)).roleGrantId),
    }));
  }

  @FieldResolver(() => AccountType, { nullable: true, description: 'Who holds it, where you may see the account.' })
  async account(@Ctx() context: Context, @Root() grant: RoleGrantType): Promise<object | null> {
    return loadNode(context, grant.accountId);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Where it holds, by name: an organisation, a house or an assembly; null for the whole platform.',
  })
  async placeName(@Ctx() context: Context, @Root() grant: RoleGrantType): Promise<string | null> {
    const place = grant.organisationId ?? grant.houseId ?? grant.assemblyId;
    return place === null ? null : nameOf(await loadNode(context, place));
  }
}
