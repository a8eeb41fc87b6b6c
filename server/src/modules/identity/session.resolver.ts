import { Arg, Args, Ctx, Field, ID, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { Access, Public } from '../../kernel/access.ts';
import type { Context } from '../../kernel/context.ts';
import { encodeId } from '../../kernel/global-id.ts';
import { provideNodes } from '../../kernel/node-registry.ts';
import { connectionOf, PageArgs, type Page } from '../../kernel/page.type.ts';
import { Payload, payload } from '../../kernel/payload.type.ts';
import type { Locale } from '../../kernel/viewer.ts';
import { SessionType, ViewerType } from './account.type.ts';
import { changePassword } from './commands/change-password.ts';
import { endSession } from './commands/end-session.ts';
import { setLocale } from './commands/set-locale.ts';
import { signIn } from './commands/sign-in.ts';
import { signOut } from './commands/sign-out.ts';
import { LocaleEnum } from './identity.enums.ts';
import { ChangePasswordInput, EndSessionInput, SetLocaleInput, SignInInput } from './account.input.ts';
import { listSessions, ownSessionsById } from './own-account.queries.ts';

@ObjectType()
export class SignInPayload extends Payload {
  @Field(() => Boolean, { nullable: true, description: 'true: the session cookie of this answer is signed in.' })
  signedIn?: boolean | null;
}

@ObjectType()
export class SignOutPayload extends Payload {
  @Field(() => Boolean, { nullable: true })
  signedOut?: boolean | null;
}

@ObjectType()
export class ChangePasswordPayload extends Payload {
  @Field(() => Int, { nullable: true, description: 'How many other browsers were signed out.' })
  endedSessions?: number | null;
}

@ObjectType()
export class SetLocalePayload extends Payload {
  @Field(() => LocaleEnum, { nullable: true })
  locale?: Locale | null;
}

@ObjectType()
export class EndSessionPayload extends Payload {
  @Field(() => ID, { nullable: true })
  sessionId?: string | null;
}

const SessionConnection = connectionOf(SessionType, 'Session');

provideNodes('Session', { access: { who: 'SIGNED_IN', scope: 'profile' }, load: ownSessionsById });

@Resolver()
export class SessionResolver {
  @Public()
  @Query(() => ViewerType, { nullable: true, description: 'Who is asking; null when nobody is signed in.' })
  viewer(@Ctx() { viewer }: Context): ViewerType | null {
    if (viewer.kind !== 'SIGNED_IN') return null;
    const { scopes, locale } = viewer;
    return {
      accountId: encodeId('Account', viewer.accountId),
      personId: encodeId('Person', viewer.personId),
      headOfIds: viewer.actorIds.filter((id) => id !== viewer.personId).map((id) => encodeId('Person', id)),
      scopes: scopes === 'ALL' ? null : [...scopes],
      locale,
      roles: viewer.grants.map((grant) => ({
        role: grant.role,
        organisationId: grant.organisationId && encodeId('Organisation', grant.organisationId),
        houseId: grant.houseId && encodeId('House', grant.houseId),
        assemblyId: grant.assemblyId && encodeId('Assembly', grant.assemblyId),
      })),
    };
  }

  @Access('SIGNED_IN', 'profile')
  @Query(() => SessionConnection, { description: 'The browsers signed in to your account.' })
  async mySessions(@Ctx() context: Context, @Args(() => PageArgs) page: PageArgs): Promise<Page<SessionType>> {
    return listSessions(context, page);
  }

  @Public()
  @Mutation(() => SignInPayload, {
    description: 'Begins a session in a cookie (HttpOnly, SameSite). Apps use access tokens instead.',
  })
  async signIn(@Ctx() context: Context, @Arg('input', () => SignInInput) input: SignInInput): Promise<SignInPayload> {
    return payload(context, async () => {
      await signIn(context, input);
      return { signedIn: true };
    });
  }

  @Public()
  @Mutation(() => SignOutPayload, {
    description: 'Ends the session of the cookie, where there is one, and clears the cookie.',
  })
  async signOut(@Ctx() context: Context): Promise<SignOutPayload> {
    return payload(context, async () => signOut(context));
  }

  @Access('SIGNED_IN', 'profile')
  @Mutation(() => EndSessionPayload, {
    description: 'Signs out one of your browsers. Only at the console, not with a token.',
  })
  async endSession(
    @Ctx() context: Context,
    @Arg('input', () => EndSessionInput) input: EndSessionInput,
  ): Promise<EndSessionPayload> {
    return payload(context, async () => ({
      sessionId: encodeId('Session', (await endSession(context, input)).sessionId),
    }));
  }

  @Access('SIGNED_IN', 'profile')
  @Mutation(() => ChangePasswordPayload, {
    description: 'A new password; your other browsers are signed out. Only at the console, not with a token.',
  })
  async changePassword(
    @Ctx() context: Context,
    @Arg('input', () => ChangePasswordInput) input: ChangePasswordInput,
  ): Promise<ChangePasswordPayload> {
    return payload(context, async () => changePassword(context, input));
  }

  @Access('SIGNED_IN', 'profile')
  @Mutation(() => SetLocalePayload, { description: 'The language in which Veche speaks to you.' })
  async setLocale(
    @Ctx() context: Context,
    @Arg('input', () => SetLocaleInput) input: SetLocaleInput,
  ): Promise<SetLocalePayload> {
    return payload(context, async () => setLocale(context, input));
  }
}
