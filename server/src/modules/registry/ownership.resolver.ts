import { Arg, Ctx, Field, FieldResolver, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { Access } from '../../kernel/access.ts';
import type { Context } from '../../kernel/context.ts';
import { Fraction } from '../../kernel/fraction.ts';
import { Payload, payload } from '../../kernel/payload.type.ts';
import { FractionScalar } from '../../kernel/scalars.ts';
import { personById, PersonType } from '../identity/index.ts';
import { endOwnership } from './commands/end-ownership.ts';
import { recordOwnership } from './commands/record-ownership.ts';
import { recordTransfer } from './commands/record-transfer.ts';
import { totalsOf } from './house-totals.queries.ts';
import { findOwnerships, myOwnerships } from './ownership.queries.ts';
import { OwnershipType } from './ownership.type.ts';
import { findPremises, premisesById } from './premises.queries.ts';
import { PremisesType } from './premises.type.ts';
import { EndOwnershipInput, RecordOwnershipInput, RecordTransferInput } from './ownership.input.ts';

@ObjectType()
export class OwnershipPayload extends Payload {
  @Field(() => OwnershipType, { nullable: true })
  ownership?: OwnershipType | null;
}

@ObjectType()
export class RecordTransferPayload extends Payload {
  @Field(() => PremisesType, { nullable: true })
  premises?: PremisesType | null;

  @Field(() => [OwnershipType], { nullable: true, description: 'What the buyers own now.' })
  bought?: readonly OwnershipType[] | null;

  @Field(() => [OwnershipType], {
    nullable: true,
    description: 'What stayed with the seller, when only a part was sold.',
  })
  kept?: readonly OwnershipType[] | null;
}

async function answer(context: Context, command: () => Promise<{ ownershipId: string }>): Promise<OwnershipPayload> {
  return payload(context, async () => {
    const [ownership] = await findOwnerships(context, [(await command()).ownershipId]);
    return { ownership: ownership ?? null };
  });
}

@Resolver(() => OwnershipType)
export class OwnershipResolver {
  @Access('SIGNED_IN', 'houses:read')
  @Query(() => [OwnershipType], {
    description: 'What you own now: yourself, through a body that you head, or as a parent of a minor.',
  })
  async myOwnerships(@Ctx() context: Context): Promise<OwnershipType[]> {
    return myOwnerships(context);
  }

  @FieldResolver(() => [PersonType], {
    description: 'Who holds it. Staff of the house see every name, an owner their own; with `people:read` only.',
  })
  async holders(@Ctx() context: Context, @Root() { holderIds }: OwnershipType): Promise<PersonType[]> {
    const persons = await Promise.all(holderIds.map(async (id) => personById(context, id)));
    return persons.filter((person) => person !== null);
  }

  @FieldResolver(() => PremisesType)
  async premises(@Ctx() context: Context, @Root() { premisesId }: OwnershipType): Promise<PremisesType> {
    const premises = await premisesById(context, premisesId);
    if (!premises) throw new Error('an ownership without its premises');
    return premises;
  }

  @FieldResolver(() => FractionScalar, { description: 'The weight as a part of all areas of the house.' })
  async shareOfHouse(@Ctx() context: Context, @Root() { houseId, weight }: OwnershipType): Promise<Fraction> {
    return weight.times(Fraction.of(100n, (await totalsOf(context, houseId)).area));
  }

  @FieldResolver(() => String, { description: 'The same in percent to two decimals, for display.' })
  async percentOfHouse(@Ctx() context: Context, @Root() { houseId, weight }: OwnershipType): Promise<string> {
    return weight.times(Fraction.of(10_000n, (await totalsOf(context, houseId)).area)).toDecimal(2);
  }

  @Access(['PLATFORM_ADMINISTRATOR', 'ASSEMBLY_ADMINISTRATOR'], 'houses:write')
  @Mutation(() => OwnershipPayload, {
    description: 'Records who owns a share. At no moment may the shares of the premises exceed one.',
  })
  async recordOwnership(
    @Ctx() context: Context,
    @Arg('input', () => RecordOwnershipInput) input: RecordOwnershipInput,
  ): Promise<OwnershipPayload> {
    return answer(context, async () => recordOwnership(context, input));
  }

  @Access(['PLATFORM_ADMINISTRATOR', 'ASSEMBLY_ADMINISTRATOR'], 'houses:write')
  @Mutation(() => OwnershipPayload, { description: 'Ends an ownership whose next owner is not known.' })
  async endOwnership(
    @Ctx() context: Context,
    @Arg('input', () => EndOwnershipInput) input: EndOwnershipInput,
  ): Promise<OwnershipPayload> {
    return answer(context, async () => endOwnership(context, input));
  }

  @Access(['PLATFORM_ADMINISTRATOR', 'ASSEMBLY_ADMINISTRATOR'], 'houses:write')
  @Mutation(() => RecordTransferPayload, {
    description:
      'Records that an ownership, or a part of it, passed to others. Nothing is erased; an assembly that is voting gets a dated entry.',
  })
  async recordTransfer(
    @Ctx() context: Context,
    @Arg('input', () => RecordTransferInput) input: RecordTransferInput,
  ): Promise<RecordTransferPayload> {
    return payload(context, async () => {
      const { premisesId, ownershipIds, keptIds } = await recordTransfer(context, input);
      return {
        premises: await findPremises(context, premisesId),
        bought: await findOwnerships(context, ownershipIds),
        kept: await findOwnerships(context, keptIds),
      };
    });
  }
}
