import { Arg, Args, Ctx, Field, FieldResolver, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { Access } from '../../kernel/access.ts';
import type { Context } from '../../kernel/context.ts';
import { connectionOf, PageArgs, type Page } from '../../kernel/page.type.ts';
import { Payload, payload } from '../../kernel/payload.type.ts';
import { LocalDateScalar } from '../../kernel/scalars.ts';
import { amendPerson } from './commands/amend-person.ts';
import { appointHead } from './commands/appoint-head.ts';
import { registerPerson } from './commands/register-person.ts';
import { revealPerson } from './commands/reveal-person.ts';
import { AmendPersonInput, AppointHeadInput, RegisterPersonInput, RevealPersonInput } from './person.input.ts';
import { listLooksAtMe } from './looks.queries.ts';
import { LookType } from './journal.type.ts';
import { maskedSnils, personById } from './person.queries.ts';
import { PersonType } from './person.type.ts';

@ObjectType()
export class RegisterPersonPayload extends Payload {
  @Field(() => PersonType, { nullable: true })
  person?: PersonType | null;

  @Field(() => Boolean, { nullable: true, description: 'Found by number and names; nothing was changed.' })
  alreadyKnown?: boolean | null;
}

@ObjectType()
export class PersonPayload extends Payload {
  @Field(() => PersonType, { nullable: true })
  person?: PersonType | null;
}

@ObjectType('PersonDetails', { description: 'Only what was asked for; the rest is null.' })
export class PersonDetailsType {
  @Field(() => String, { nullable: true })
  snils: string | null;

  @Field(() => String, { nullable: true, description: 'Series, number, when and by whom it was issued.' })
  passport: string | null;

  @Field(() => LocalDateScalar, { nullable: true })
  birthDate: string | null;

  @Field(() => [String], { nullable: true })
  phones: readonly string[] | null;

  @Field(() => [String], { nullable: true })
  emails: readonly string[] | null;
}

@ObjectType()
export class RevealPersonPayload extends Payload {
  @Field(() => PersonDetailsType, { nullable: true })
  details?: PersonDetailsType | null;
}

const LookConnection = connectionOf(LookType, 'Look');

@Resolver(() => PersonType)
export class PersonResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description: 'The end of the number, to tell namesakes apart: for staff who see the person, and for oneself.',
  })
  async snilsMasked(@Ctx() context: Context, @Root() person: PersonType): Promise<string | null> {
    return maskedSnils(context, person.personId);
  }

  @Access('SIGNED_IN', 'profile')
  @Query(() => LookConnection, {
    description: 'Who opened your sealed details, or those of a body that you head: when, why and which.',
  })
  async looksAtMe(@Ctx() context: Context, @Args(() => PageArgs) page: PageArgs): Promise<Page<LookType>> {
    return listLooksAtMe(context, page);
  }

  @Access(['PLATFORM_ADMINISTRATOR', 'ASSEMBLY_ADMINISTRATOR'], 'people:write')
  @Mutation(() => RegisterPersonPayload, {
    description:
      'A person for the register. The same SNILS or ОГРН with the same names is the person known already; with other names it is refused.',
  })
  async registerPerson(
    @Ctx() context: Context,
    @Arg('input', () => RegisterPersonInput) input: RegisterPersonInput,
  ): Promise<RegisterPersonPayload> {
    return payload(context, async () => {
      const { personId, alreadyKnown } = await registerPerson(context, input);
      return { person: await personById(context, personId), alreadyKnown };
    });
  }

  @Access(['PLATFORM_ADMINISTRATOR'], 'people:write')
  @Mutation(() => PersonPayload, { description: 'Corrects names, numbers and contacts.' })
  async amendPerson(
    @Ctx() context: Context,
    @Arg('input', () => AmendPersonInput) input: AmendPersonInput,
  ): Promise<PersonPayload> {
    return payload(context, async () => ({
      person: await personById(context, (await amendPerson(context, input)).personId),
    }));
  }

  @Access(['PLATFORM_ADMINISTRATOR'], 'people:write')
  @Mutation(() => PersonPayload, {
    description: 'Names the head through whose account a company or a public body acts.',
  })
  async appointHead(
    @Ctx() context: Context,
    @Arg('input', () => AppointHeadInput) input: AppointHeadInput,
  ): Promise<PersonPayload> {
    return payload(context, async () => ({
      person: await personById(context, (await appointHead(context, input)).personId),
    }));
  }

  @Access('SIGNED_IN', 'people:read')
  @Mutation(() => RevealPersonPayload, {
    description:
      'A recorded look at sealed details: the call centre, the platform administrator, and oneself. The person sees who looked and why.',
  })
  async revealPerson(
    @Ctx() context: Context,
    @Arg('input', () => RevealPersonInput) input: RevealPersonInput,
  ): Promise<RevealPersonPayload> {
    return payload(context, async () => ({ details: await revealPerson(context, input) }));
  }
}
