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
import { connectionOf, PageArgs, type Page } from '../../kernel/page.type.ts';
import { Payload, payload } from '../../kernel/payload.type.ts';
import { namedPerson, PersonType } from '../identity/index.ts';
import { registerProxy } from './commands/register-proxy.ts';
import { revokeProxy } from './commands/revoke-proxy.ts';
import { RegisterProxyInput, RevokeProxyInput } from './proxy.input.ts';
import { findProxy, listProxies, proxySorts, type ProxySort } from './proxy.queries.ts';
import { ProxyType } from './proxy.type.ts';

const ProxyConnection = connectionOf(ProxyType, 'Proxy');

@InputType()
export class ProxyFilterInput {
  @Field(() => ID, { nullable: true })
  houseId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Those that hold for this assembly.' })
  assemblyId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Words of either name or of the number of the document; needs `people:read`.',
  })
  text?: string | null;

  @Field(() => Boolean, { nullable: true })
  revoked?: boolean | null;
}

const ProxySortEnum = enumOf(proxySorts);
registerEnumType(ProxySortEnum, {
  name: 'ProxySort',
  description: 'OWNER, by the name of who gave it, needs `people:read`.',
});

@ObjectType()
export class ProxyPayload extends Payload {
  @Field(() => ProxyType, { nullable: true })
  proxy?: ProxyType | null;
}

@Resolver(() => ProxyType)
export class ProxyResolver {
  @Access('SIGNED_IN', 'assemblies:read')
  @Query(() => ProxyConnection, {
    description: 'Powers of attorney: staff those of their houses, others those they gave or hold.',
  })
  async proxies(
    @Ctx() context: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => ProxyFilterInput, { nullable: true }) filter: ProxyFilterInput | null,
    @Arg('sort', () => ProxySortEnum, { defaultValue: 'NEWEST' }) sort: ProxySort,
  ): Promise<Page<ProxyType>> {
    return listProxies(context, page, filter ?? {}, sort);
  }

  @Access(['PLATFORM_ADMINISTRATOR', 'ASSEMBLY_ADMINISTRATOR'], 'assemblies:write')
  @Mutation(() => ProxyPayload, { description: 'Registers a power of attorney from its document (art. 48 p. 2).' })
  async registerProxy(
    @Ctx() context: Context,
    @Arg('input', () => RegisterProxyInput) input: RegisterProxyInput,
  ): Promise<ProxyPayload> {
    return payload(context, async () => ({
      proxy: await findProxy(context, (await registerProxy(context, input)).proxyId),
    }));
  }

  @Access('SIGNED_IN', 'assemblies:write')
  @Mutation(() => ProxyPayload, {
    description: 'Ends a power of attorney from now on; staff of the house, or the owner who gave it.',
  })
  async revokeProxy(
    @Ctx() context: Context,
    @Arg('input', () => RevokeProxyInput) input: RevokeProxyInput,
  ): Promise<ProxyPayload> {
    return payload(context, async () => ({
      proxy: await findProxy(context, (await revokeProxy(context, input)).proxyId),
    }));
  }

  @FieldResolver(() => PersonType, {
    nullable: true,
    description: 'Who gave the power; with `people:read`, or if it is you.',
  })
  async owner(@Ctx() context: Context, @Root() { row }: ProxyType): Promise<PersonType | null> {
    return namedPerson(context, row.owner_id);
  }

  @FieldResolver(() => PersonType, { nullable: true, description: 'Who acts; with `people:read`, or if it is you.' })
  async holder(@Ctx() context: Context, @Root() { row }: ProxyType): Promise<PersonType | null> {
    return namedPerson(context, row.holder_id);
  }
}
