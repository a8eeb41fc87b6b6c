import { Arg, Args, Ctx, Field, FieldResolver, ID, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { Access } from '../../kernel/access.ts';
import type { Context } from '../../kernel/context.ts';
import { decodeId } from '../../kernel/global-id.ts';
import { connectionOf, PageArgs, type Page } from '../../kernel/page.type.ts';
import { Payload, payload } from '../../kernel/payload.type.ts';
import { PersonType } from '../identity/index.ts';
import { endGuardianship } from './commands/end-guardianship.ts';
import { recordGuardianship } from './commands/record-guardianship.ts';
import { findGuardianship, guardianshipsOf } from './guardianship.queries.ts';
import { ownershipsOfPerson } from './ownership.queries.ts';
import { OwnershipType } from './ownership.type.ts';
import { findPerson, listPersons, visiblePerson } from './person-register.queries.ts';
import { GuardianshipType, PersonFilter } from './person-register.type.ts';
import { PersonSortEnum, type PersonSort } from './registry.enums.ts';
import { EndGuardianshipInput, RecordGuardianshipInput } from './ownership.input.ts';

const PersonConnection = connectionOf(PersonType, 'Person');

@ObjectType()
export class GuardianshipPayload extends Payload {
  @Field(() => GuardianshipType, { nullable: true })
  guardianship?: GuardianshipType | null;
}

async function answer(
  context: Context,
  command: () => Promise<{ guardianshipId: string }>,
): Promise<GuardianshipPayload> {
  return payload(context, async () => ({
    guardianship: await findGuardianship(context, (await command()).guardianshipId),
  }));
}

/** What the register knows of persons. */
@Resolver(() => PersonType)
export class PersonRegisterResolver {
  @Access('SIGNED_IN', 'people:read')
  @Query(() => PersonConnection, {
    description:
      'Persons you may see: staff the owners of their houses and whoever they entered, others themselves and their children.',
  })
  async persons(
    @Ctx() context: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => PersonFilter, { nullable: true }) filter?: PersonFilter | null,
    @Arg('sort', () => PersonSortEnum, { defaultValue: 'NAME' }) sort: PersonSort = 'NAME',
  ): Promise<Page<PersonType>> {
    return listPersons(context, page, filter ?? {}, sort);
  }

  @Access('SIGNED_IN', 'people:read')
  @Query(() => PersonType, { nullable: true })
  async person(@Ctx() context: Context, @Arg('id', () => ID) id: string): Promise<PersonType | null> {
    return findPerson(context, decodeId('Person', id, ['id']));
  }

  @FieldResolver(() => [OwnershipType], {
    description: 'What the person owns at a moment (left out: now), where you may see it.',
  })
  async ownerships(
    @Ctx() context: Context,
    @Root() person: PersonType,
    @Arg('at', () => Date, { nullable: true }) at?: Date | null,
  ): Promise<OwnershipType[]> {
    return ownershipsOfPerson(context, person.personId, at ?? new Date(context.clock.now()));
  }

  @FieldResolver(() => [GuardianshipType], {
    nullable: true,
    description: 'Who acts for this person as a minor, over time.',
  })
  async parents(@Ctx() context: Context, @Root() person: PersonType): Promise<GuardianshipType[] | null> {
    return guardianshipsOf(context, person.personId, 'childId');
  }

  @FieldResolver(() => [GuardianshipType], {
    nullable: true,
    description: 'The minors this person acts for, over time.',
  })
  async children(@Ctx() context: Context, @Root() person: PersonType): Promise<GuardianshipType[] | null> {
    return guardianshipsOf(context, person.personId, 'parentId');
  }

  @Access(['PLATFORM_ADMINISTRATOR', 'ASSEMBLY_ADMINISTRATOR'], 'people:write')
  @Mutation(() => GuardianshipPayload, { description: 'Records that a parent or guardian acts for a minor.' })
  async recordGuardianship(
    @Ctx() context: Context,
    @Arg('input', () => RecordGuardianshipInput) input: RecordGuardianshipInput,
  ): Promise<GuardianshipPayload> {
    return answer(context, async () => recordGuardianship(context, input));
  }

  @Access(['PLATFORM_ADMINISTRATOR', 'ASSEMBLY_ADMINISTRATOR'], 'people:write')
  @Mutation(() => GuardianshipPayload, { description: 'Ends it before the child comes of age.' })
  async endGuardianship(
    @Ctx() context: Context,
    @Arg('input', () => EndGuardianshipInput) input: EndGuardianshipInput,
  ): Promise<GuardianshipPayload> {
    return answer(context, async () => endGuardianship(context, input));
  }
}

@Resolver(() => GuardianshipType)
export class GuardianshipResolver {
  @FieldResolver(() => PersonType, { nullable: true })
  async child(@Ctx() context: Context, @Root() { childId }: GuardianshipType): Promise<PersonType | null> {
    return visiblePerson(context, childId);
  }

  @FieldResolver(() => PersonType, { nullable: true })
  async parent(@Ctx() context: Context, @Root() { parentId }: GuardianshipType): Promise<PersonType | null> {
    return visiblePerson(context, parentId);
  }
}
