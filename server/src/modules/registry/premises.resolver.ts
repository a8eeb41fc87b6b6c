import { Arg, Ctx, Field, FieldResolver, ID, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { Access } from '../../kernel/access.ts';
import type { Context } from '../../kernel/context.ts';
import type { Fraction } from '../../kernel/fraction.ts';
import { decodeId } from '../../kernel/global-id.ts';
import { Payload, payload } from '../../kernel/payload.type.ts';
import { FractionScalar } from '../../kernel/scalars.ts';
import { addPremises } from './commands/add-premises.ts';
import { amendPremises } from './commands/amend-premises.ts';
import { correctArea } from './commands/correct-area.ts';
import { houseById } from './house.queries.ts';
import { HouseType } from './house.type.ts';
import { ownershipsOf } from './ownership.queries.ts';
import { OwnershipType } from './ownership.type.ts';
import { areaHistoryOf, findPremises } from './premises.queries.ts';
import { AreaEntry, PremisesType } from './premises.type.ts';
import { missingShareOf } from './share-problems.queries.ts';
import { AddPremisesInput, AmendPremisesInput, CorrectAreaInput } from './house.input.ts';

@ObjectType()
export class PremisesPayload extends Payload {
  @Field(() => PremisesType, { nullable: true })
  premises?: PremisesType | null;
}

async function answer(context: Context, command: () => Promise<{ premisesId: string }>): Promise<PremisesPayload> {
  return payload(context, async () => ({ premises: await findPremises(context, (await command()).premisesId) }));
}

@Resolver(() => PremisesType)
export class PremisesResolver {
  @Access('SIGNED_IN', 'houses:read')
  @Query(() => PremisesType, { nullable: true, description: 'For staff of the house and its owners.' })
  async premises(@Ctx() context: Context, @Arg('id', () => ID) id: string): Promise<PremisesType | null> {
    return findPremises(context, decodeId('Premises', id, ['id']));
  }

  @FieldResolver(() => HouseType)
  async house(@Ctx() context: Context, @Root() premises: PremisesType): Promise<HouseType> {
    const house = await houseById(context, premises.houseId);
    if (!house) throw new Error('premises without their house');
    return house;
  }

  @FieldResolver(() => [OwnershipType], {
    description: 'Who owns the premises at a moment (left out: now). Staff see all, owners see their own.',
  })
  async ownerships(
    @Ctx() context: Context,
    @Root() premises: PremisesType,
    @Arg('at', () => Date, { nullable: true }) at?: Date | null,
    @Arg('history', () => Boolean, { defaultValue: false, description: 'true: everything on record; `at` is ignored.' })
    history = false,
  ): Promise<OwnershipType[]> {
    return ownershipsOf(context, premises.premisesId, history ? null : (at ?? new Date(context.clock.now())));
  }

  @FieldResolver(() => FractionScalar, {
    nullable: true,
    description: 'What no ownership in force now covers. Null for whoever does not keep or check the register.',
  })
  async missingShare(@Ctx() context: Context, @Root() premises: PremisesType): Promise<Fraction | null> {
    return missingShareOf(context, premises);
  }

  @FieldResolver(() => [AreaEntry], { description: 'Every area on record, the latest first.' })
  async areaHistory(@Ctx() context: Context, @Root() premises: PremisesType): Promise<readonly AreaEntry[]> {
    return areaHistoryOf(context, premises.premisesId);
  }

  @Access(['PLATFORM_ADMINISTRATOR', 'ASSEMBLY_ADMINISTRATOR'], 'houses:write')
  @Mutation(() => PremisesPayload, { description: 'Adds premises to a house. A number is there once for each kind.' })
  async addPremises(
    @Ctx() context: Context,
    @Arg('input', () => AddPremisesInput) input: AddPremisesInput,
  ): Promise<PremisesPayload> {
    return answer(context, async () => addPremises(context, input));
  }

  @Access(['PLATFORM_ADMINISTRATOR', 'ASSEMBLY_ADMINISTRATOR'], 'houses:write')
  @Mutation(() => PremisesPayload, { description: 'Changes what is said of premises, their area aside.' })
  async amendPremises(
    @Ctx() context: Context,
    @Arg('input', () => AmendPremisesInput) input: AmendPremisesInput,
  ): Promise<PremisesPayload> {
    return answer(context, async () => amendPremises(context, input));
  }

  @Access(['PLATFORM_ADMINISTRATOR', 'ASSEMBLY_ADMINISTRATOR'], 'houses:write')
  @Mutation(() => PremisesPayload, {
    description:
      'Corrects the area from now on; what it was stays on record. An assembly that is voting is re-weighed, ballots cast already included.',
  })
  async correctArea(
    @Ctx() context: Context,
    @Arg('input', () => CorrectAreaInput) input: CorrectAreaInput,
  ): Promise<PremisesPayload> {
    return answer(context, async () => correctArea(context, input));
  }
}
