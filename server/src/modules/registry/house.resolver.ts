import { Arg, Args, Ctx, Field, FieldResolver, ID, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { Access } from '../../kernel/access.ts';
import type { Context } from '../../kernel/context.ts';
import { decodeId } from '../../kernel/global-id.ts';
import { connectionOf, PageArgs, type Page } from '../../kernel/page.type.ts';
import { Payload, payload } from '../../kernel/payload.type.ts';
import { organisationById, OrganisationType } from '../identity/index.ts';
import { amendHouse } from './commands/amend-house.ts';
import { assignHouse } from './commands/assign-house.ts';
import { createHouse } from './commands/create-house.ts';
import { totalsOf } from './house-totals.queries.ts';
import { findHouse, listHouses } from './house.queries.ts';
import { HouseFilter, HouseTotals, HouseType, ShareProblem } from './house.type.ts';
import { listPremises } from './premises.queries.ts';
import { PremisesFilter, PremisesType } from './premises.type.ts';
import { HouseSortEnum, PremisesSortEnum, type HouseSort, type PremisesSort } from './registry.enums.ts';
import { keepsRegister } from './register-sight.ts';
import { AmendHouseInput, AssignHouseInput, CreateHouseInput } from './house.input.ts';
import { listShareProblems } from './share-problems.queries.ts';

const HouseConnection = connectionOf(HouseType, 'House');
const PremisesConnection = connectionOf(PremisesType, 'Premises');
const ShareProblemConnection = connectionOf(ShareProblem, 'ShareProblem');

@ObjectType()
export class HousePayload extends Payload {
  @Field(() => HouseType, { nullable: true })
  house?: HouseType | null;
}

async function answer(context: Context, command: () => Promise<{ houseId: string }>): Promise<HousePayload> {
  return payload(context, async () => ({ house: await findHouse(context, (await command()).houseId) }));
}

@Resolver(() => HouseType)
export class HouseResolver {
  @Access('SIGNED_IN', 'houses:read')
  @Query(() => HouseConnection, { description: 'All houses of the platform: where a house stands is no secret.' })
  async houses(
    @Ctx() context: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => HouseFilter, { nullable: true }) filter?: HouseFilter | null,
    @Arg('sort', () => HouseSortEnum, { defaultValue: 'ADDRESS' }) sort: HouseSort = 'ADDRESS',
  ): Promise<Page<HouseType>> {
    return listHouses(context, page, filter ?? {}, sort);
  }

  @Access('SIGNED_IN', 'houses:read')
  @Query(() => HouseType, { nullable: true })
  async house(@Ctx() context: Context, @Arg('id', () => ID) id: string): Promise<HouseType | null> {
    return findHouse(context, decodeId('House', id, ['id']));
  }

  @FieldResolver(() => OrganisationType, { nullable: true, description: 'Who manages the house.' })
  async organisation(@Ctx() context: Context, @Root() house: HouseType): Promise<OrganisationType | null> {
    return house.managedBy === null ? null : organisationById(context, house.managedBy);
  }

  @FieldResolver(() => Boolean, { description: 'Whether you may change its register.' })
  mayKeep(@Ctx() context: Context, @Root() { houseId, managedBy }: HouseType): boolean {
    return keepsRegister(context, { houseId, organisationId: managedBy });
  }

  @FieldResolver(() => HouseTotals)
  async totals(@Ctx() context: Context, @Root() house: HouseType): Promise<HouseTotals> {
    return totalsOf(context, house.houseId);
  }

  @FieldResolver(() => PremisesConnection, {
    nullable: true,
    description: 'For staff of the house and its owners; null for anybody else.',
  })
  async premises(
    @Ctx() context: Context,
    @Root() house: HouseType,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => PremisesFilter, { nullable: true }) filter?: PremisesFilter | null,
    @Arg('sort', () => PremisesSortEnum, { defaultValue: 'NUMBER' }) sort: PremisesSort = 'NUMBER',
  ): Promise<Page<PremisesType> | null> {
    return listPremises(context, house.houseId, page, filter ?? {}, sort);
  }

  @FieldResolver(() => ShareProblemConnection, {
    nullable: true,
    description: 'Premises whose shares do not add up to one now. For staff of the house; null for anybody else.',
  })
  async shareProblems(
    @Ctx() context: Context,
    @Root() house: HouseType,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<Page<ShareProblem> | null> {
    return listShareProblems(context, house.houseId, page);
  }

  @Access(['PLATFORM_ADMINISTRATOR', 'ASSEMBLY_ADMINISTRATOR'], 'houses:write')
  @Mutation(() => HousePayload, {
    description: 'Enters a house. The same address again, however it is written, is refused as DUPLICATE.',
  })
  async createHouse(
    @Ctx() context: Context,
    @Arg('input', () => CreateHouseInput) input: CreateHouseInput,
  ): Promise<HousePayload> {
    return answer(context, async () => createHouse(context, input));
  }

  @Access(['PLATFORM_ADMINISTRATOR', 'ASSEMBLY_ADMINISTRATOR'], 'houses:write')
  @Mutation(() => HousePayload, { description: 'Changes what is said of a house.' })
  async amendHouse(
    @Ctx() context: Context,
    @Arg('input', () => AmendHouseInput) input: AmendHouseInput,
  ): Promise<HousePayload> {
    return answer(context, async () => amendHouse(context, input));
  }

  @Access(['PLATFORM_ADMINISTRATOR'], 'houses:write')
  @Mutation(() => HousePayload, {
    description: 'Says who manages a house; the administrators of that organisation keep its register from then on.',
  })
  async assignHouse(
    @Ctx() context: Context,
    @Arg('input', () => AssignHouseInput) input: AssignHouseInput,
  ): Promise<HousePayload> {
    return answer(context, async () => assignHouse(context, input));
  }
}
