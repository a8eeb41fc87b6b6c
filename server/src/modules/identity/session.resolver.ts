import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { Public } from '../../kernel/access.ts';
import type { Context } from '../../kernel/context.ts';
import { encodeId } from '../../kernel/global-id.ts';
import { Payload, payload } from '../../kernel/payload.type.ts';
import { ViewerType } from './account.type.ts';
import { signIn } from './commands/sign-in.ts';

@InputType()
export class SignInInput {
  @Field(() => String)
  login: string;

  @Field(() => String)
  password: string;
}

@ObjectType()
export class SignInPayload extends Payload {
  @Field(() => Boolean, { nullable: true, description: 'true: the session cookie of this answer is signed in.' })
  signedIn?: boolean | null;
}

@Resolver()
export class SessionResolver {
  @Public()
  @Mutation(() => SignInPayload, {
    description: 'Begins a session in a cookie (HttpOnly, SameSite). Apps use access tokens instead.',
  })
  async signIn(@Ctx() context: Context, @Arg('input', () => SignInInput) input: SignInInput): Promise<SignInPayload> {
    return payload(context, async () => {
      await signIn(context, { ...input, userAgent: null });
      return { signedIn: true };
    });
  }

  @Public()
  @Query(() => ViewerType, { nullable: true, description: 'Who is asking; null when nobody is signed in.' })
  viewer(@Ctx() context: Context): ViewerType | null {
    const { viewer } = context;
    if (viewer.kind !== 'SIGNED_IN') return null;
    return {
      accountId: encodeId('Account', viewer.accountId),
      personId: encodeId('Person', viewer.personId),
      roles: viewer.grants.map((grant) => ({
        role: grant.role,
        organisationId: grant.organisationId && encodeId('Organisation', grant.organisationId),
        houseId: grant.houseId && encodeId('House', grant.houseId),
        assemblyId: grant.assemblyId && encodeId('Assembly', grant.assemblyId),
      })),
    };
  }
}
