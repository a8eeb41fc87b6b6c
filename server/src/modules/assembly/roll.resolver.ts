import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../kernel/context.ts';
import { decodeId } from '../../kernel/global-id.ts';
import { connectionOf, PageArgs, type Page } from '../../kernel/page.type.ts';
import { TimeOrderEnum, type TimeOrder } from '../../kernel/time-order.ts';
import { namedPerson, PersonType } from '../identity/index.ts';
import { PremisesType, premisesById } from '../registry/index.ts';
import { AssemblyType } from './assembly.type.ts';
import { rollChangesOf, rollOf } from './roll.queries.ts';
import { RollChangeKindEnum, RollChangeType, RollEntryType } from './roll.type.ts';
import type { RollChangeKind } from './rules/roll-change-kinds.ts';

const RollChangeConnection = connectionOf(RollChangeType, 'RollChange');
export const RollEntryConnection = connectionOf(RollEntryType, 'RollEntry');

@Resolver(() => AssemblyType)
export class RollResolver {
  @FieldResolver(() => RollEntryConnection, {
    nullable: true,
    description: 'The frozen roll with its dated entries, for staff. Empty before the opening.',
  })
  async roll(
    @Ctx() context: Context,
    @Root() assembly: AssemblyType,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<Page<RollEntryType> | null> {
    return rollOf(context, assembly, page);
  }

  @FieldResolver(() => RollChangeConnection, {
    nullable: true,
    description: 'What the register learned after the roll was frozen, for staff.',
  })
  async rollChanges(
    @Ctx() context: Context,
    @Root() assembly: AssemblyType,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('kinds', () => [RollChangeKindEnum], { nullable: true }) kinds: RollChangeKind[] | null,
    @Arg('text', () => String, { nullable: true, description: 'Words of the number of the premises.' })
    text: string | null,
    @Arg('sort', () => TimeOrderEnum, { defaultValue: 'NEWEST' }) sort: TimeOrder,
  ): Promise<Page<RollChangeType> | null> {
    return rollChangesOf(context, assembly, page, { kinds: kinds ?? null, text: text ?? '' }, sort);
  }
}

@Resolver(() => RollChangeType)
export class RollChangeResolver {
  @FieldResolver(() => PremisesType, { nullable: true })
  async premises(@Ctx() context: Context, @Root() { premisesId }: RollChangeType): Promise<PremisesType | null> {
    return premisesById(context, decodeId('Premises', premisesId));
  }
}

@Resolver(() => RollEntryType)
export class RollEntryResolver {
  @FieldResolver(() => PremisesType, { nullable: true })
  async premises(@Ctx() context: Context, @Root() { row }: RollEntryType): Promise<PremisesType | null> {
    return premisesById(context, row.premises_id);
  }

  @FieldResolver(() => [PersonType], { description: 'One owner, or several who own jointly; with `people:read` only.' })
  async owners(@Ctx() context: Context, @Root() { row }: RollEntryType): Promise<PersonType[]> {
    const owners = await Promise.all(row.holder_ids.map(async (id) => namedPerson(context, id)));
    return owners.filter((owner) => owner !== null);
  }
}
