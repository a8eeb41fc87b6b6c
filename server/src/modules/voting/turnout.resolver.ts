import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root, registerEnumType } from 'type-graphql';
import { Access } from '../../kernel/access.ts';
import type { Context } from '../../kernel/context.ts';
import { enumOf } from '../../kernel/enum-of.ts';
import { PageArgs, type Page } from '../../kernel/page.type.ts';
import { AssemblyType, RollEntryConnection, RollEntryType } from '../assembly/index.ts';
import {
  listNotYetVoted,
  notYetVotedSorts,
  turnoutByEntranceOf,
  votesOfEntry,
  type NotYetVotedSort,
} from './not-yet-voted.queries.ts';
import { Votes } from './tally.type.ts';
import { turnoutCurveOf } from './turnout-curve.queries.ts';
import { EntranceTurnoutType, TurnoutCurveType } from './turnout-curve.type.ts';

const NotYetVotedSortEnum = enumOf(notYetVotedSorts);
registerEnumType(NotYetVotedSortEnum, {
  name: 'NotYetVotedSort',
  description: 'WEIGHT: the heaviest first. ENTRANCE: by the stairs.',
});

/** Adds the course of the turnout to an assembly. */
@Resolver(() => AssemblyType)
export class TurnoutResolver {
  @FieldResolver(() => TurnoutCurveType, { nullable: true, description: 'null where the turnout is not to be seen.' })
  async turnoutCurve(@Ctx() context: Context, @Root() assembly: AssemblyType): Promise<TurnoutCurveType | null> {
    return turnoutCurveOf(context, assembly);
  }

  @FieldResolver(() => [EntranceTurnoutType], { nullable: true, description: 'For staff, once voting is open.' })
  async turnoutByEntrance(
    @Ctx() context: Context,
    @Root() assembly: AssemblyType,
  ): Promise<EntranceTurnoutType[] | null> {
    return turnoutByEntranceOf(context, assembly);
  }

  @Access(['PLATFORM_ADMINISTRATOR', 'ASSEMBLY_ADMINISTRATOR', 'CALL_CENTRE_OPERATOR', 'AUDITOR'], 'ballots:read')
  @Query(() => RollEntryConnection, {
    description: 'The entries of the roll for which no ballot counts yet, for the staff of the assembly.',
  })
  async notYetVoted(
    @Ctx() context: Context,
    @Arg('assemblyId', () => ID) assemblyId: string,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('sort', () => NotYetVotedSortEnum, { defaultValue: 'WEIGHT' }) sort: NotYetVotedSort,
    @Arg('entrance', () => Int, { nullable: true }) entrance: number | null,
    @Arg('text', () => String, {
      nullable: true,
      description: 'Words of the number of the premises or of the name of an owner; needs `people:read`.',
    })
    text: string | null,
  ): Promise<Page<RollEntryType>> {
    return listNotYetVoted(context, assemblyId, page, sort, { entrance: entrance ?? null, text: text ?? '' });
  }
}

@Resolver(() => RollEntryType)
export class EntryVotesResolver {
  @FieldResolver(() => Votes, { description: 'Its weight, exact and as it is printed.' })
  async votes(@Ctx() context: Context, @Root() entry: RollEntryType): Promise<Votes> {
    return votesOfEntry(context, entry);
  }
}
