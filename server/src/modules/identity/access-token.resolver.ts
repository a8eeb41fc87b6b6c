import { Arg, Args, Ctx, Field, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { Access } from '../../kernel/access.ts';
import type { Context } from '../../kernel/context.ts';
import { provideNodes } from '../../kernel/node-registry.ts';
import { connectionOf, PageArgs, type Page } from '../../kernel/page.type.ts';
import { Payload, payload } from '../../kernel/payload.type.ts';
import { TimeOrderEnum, type TimeOrder } from '../../kernel/time-order.ts';
import { AccessTokenType } from './account.type.ts';
import { createAccessToken } from './commands/create-access-token.ts';
import { revokeAccessToken } from './commands/revoke-access-token.ts';
import { CreateAccessTokenInput, RevokeAccessTokenInput } from './account.input.ts';
import { listAccessTokens, ownAccessTokensById } from './own-account.queries.ts';

@ObjectType()
export class CreateAccessTokenPayload extends Payload {
  @Field(() => AccessTokenType, { nullable: true })
  accessToken?: AccessTokenType | null;

  @Field(() => String, { nullable: true, description: 'Shown once: `Authorization: Bearer veche_pat_…`.' })
  secret?: string | null;
}

@ObjectType()
export class RevokeAccessTokenPayload extends Payload {
  @Field(() => AccessTokenType, { nullable: true })
  accessToken?: AccessTokenType | null;
}

const AccessTokenConnection = connectionOf(AccessTokenType, 'AccessToken');

provideNodes('AccessToken', { access: { who: 'SIGNED_IN', scope: 'profile' }, load: ownAccessTokensById });

async function tokenById(context: Context, id: string): Promise<AccessTokenType | null> {
  return (await ownAccessTokensById(context, [id])).get(id) ?? null;
}

@Resolver(() => AccessTokenType)
export class AccessTokenResolver {
  @Access('SIGNED_IN', 'profile')
  @Query(() => AccessTokenConnection, {
    description: 'The tokens of your account, also those that are over.',
  })
  async myAccessTokens(
    @Ctx() context: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('sort', () => TimeOrderEnum, { defaultValue: 'NEWEST' }) sort: TimeOrder,
  ): Promise<Page<AccessTokenType>> {
    return listAccessTokens(context, page, sort);
  }

  @Access('SIGNED_IN', 'profile')
  @Mutation(() => CreateAccessTokenPayload, {
    description: 'A token for an app. Only at the console: a token never makes a token.',
  })
  async createAccessToken(
    @Ctx() context: Context,
    @Arg('input', () => CreateAccessTokenInput) input: CreateAccessTokenInput,
  ): Promise<CreateAccessTokenPayload> {
    return payload(context, async () => {
      const { accessTokenId, secret } = await createAccessToken(context, input);
      return { accessToken: await tokenById(context, accessTokenId), secret };
    });
  }

  @Access('SIGNED_IN', null)
  @Mutation(() => RevokeAccessTokenPayload, {
    description: 'The token is refused from now on. At the console any of yours; a token may revoke itself.',
  })
  async revokeAccessToken(
    @Ctx() context: Context,
    @Arg('input', () => RevokeAccessTokenInput) input: RevokeAccessTokenInput,
  ): Promise<RevokeAccessTokenPayload> {
    return payload(context, async () => ({
      accessToken: await tokenById(context, (await revokeAccessToken(context, input)).accessTokenId),
    }));
  }
}
