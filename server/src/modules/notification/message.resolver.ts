import { Arg, Args, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Access } from '../../kernel/access.ts';
import type { Context } from '../../kernel/context.ts';
import { PageArgs, type Page } from '../../kernel/page.type.ts';
import { payload } from '../../kernel/payload.type.ts';
import { TimeOrderEnum, type TimeOrder } from '../../kernel/time-order.ts';
import { BallotType, findBallot } from '../voting/index.ts';
import { markMessagesRead } from './commands/mark-messages-read.ts';
import { countMyUnread, listMyMessages } from './message.queries.ts';
import { MessageConnection, MessagesReadPayload, MessageType } from './message.type.ts';
import { MarkMessagesReadInput } from './notification.input.ts';

@Resolver(() => MessageType)
export class MessageResolver {
  @Access('SIGNED_IN', 'ballots:read')
  @Query(() => MessageConnection, {
    description: 'What you were told: of every ballot recorded in your name. Yours alone.',
  })
  async myMessages(
    @Ctx() context: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('unread', () => Boolean, { defaultValue: false, description: 'Only what is not marked as read.' })
    unread: boolean,
    @Arg('text', () => String, {
      nullable: true,
      description: 'Words of the assembly, or of the number of the premises.',
    })
    text: string | null,
    @Arg('sort', () => TimeOrderEnum, { defaultValue: 'NEWEST' }) sort: TimeOrder,
  ): Promise<Page<MessageType>> {
    return listMyMessages(context, page, { unread, text: text ?? '' }, sort);
  }

  @Access('SIGNED_IN', 'ballots:read')
  @Query(() => Int, { description: 'How many of your messages are not marked as read.' })
  async myUnreadMessages(@Ctx() context: Context): Promise<number> {
    return countMyUnread(context);
  }

  @Access('SIGNED_IN', 'ballots:read')
  @Mutation(() => MessagesReadPayload, { description: 'Marks messages of yours as read.' })
  async markMessagesRead(
    @Ctx() context: Context,
    @Arg('input', () => MarkMessagesReadInput) input: MarkMessagesReadInput,
  ): Promise<MessagesReadPayload> {
    return payload(context, async () => {
      await markMessagesRead(context, input);
      return { unread: await countMyUnread(context) };
    });
  }

  @FieldResolver(() => BallotType, { nullable: true, description: 'The ballot it is about.' })
  async ballot(@Ctx() context: Context, @Root() { ballotKey }: MessageType): Promise<BallotType | null> {
    return findBallot(context, ballotKey);
  }
}
