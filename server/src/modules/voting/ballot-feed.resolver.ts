import { Arg, Ctx, FieldResolver, ID, Int, Resolver, Root, Subscription } from 'type-graphql';
import { Access } from '../../kernel/access.ts';
import type { Context } from '../../kernel/context.ts';
import { readStreamArgs } from '../../kernel/live.ts';
import { namedPerson } from '../identity/index.ts';
import { followBallots, type FeedChange } from './ballot-feed.ts';
import { ballotFeedEntryType, BallotFeedEntryType, BallotFeedEvent } from './ballot-feed.type.ts';

@Resolver(() => BallotFeedEntryType)
export class BallotFeedResolver {
  @Access(['PLATFORM_ADMINISTRATOR', 'ASSEMBLY_ADMINISTRATOR', 'CALL_CENTRE_OPERATOR', 'AUDITOR'], 'ballots:read')
  @Subscription(() => BallotFeedEvent, {
    description:
      'Ballots as they come, for the staff of the assembly: who, channel, weight, when; never the answers. The latest 50 at once, then those new or changed; `after` goes on where you were.',
    subscribe: async ({ args, context }) => {
      const { assemblyId, after } = readStreamArgs(args);
      return followBallots(context as Context, assemblyId, after);
    },
  })
  ballotFeed(
    @Root() change: FeedChange,
    @Arg('assemblyId', () => ID) _assemblyId: string,
    @Arg('after', () => Int, { nullable: true }) _after?: number | null,
  ): BallotFeedEvent {
    return { sequence: change.sequence, lagged: change.lagged, entries: change.rows.map(ballotFeedEntryType) };
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'In whose name it is; null for a token without `people:read`.',
  })
  async ownerName(@Ctx() context: Context, @Root() { ownerKey }: BallotFeedEntryType): Promise<string | null> {
    return (await namedPerson(context, ownerKey))?.displayName ?? null;
  }
}
