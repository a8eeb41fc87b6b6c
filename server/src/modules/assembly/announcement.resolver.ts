import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Access } from '../../kernel/access.ts';
import type { Context } from '../../kernel/context.ts';
import { UserError } from '../../kernel/payload.type.ts';
import { openNotice } from './commands/open-notice.ts';
import { judgeDates, obstaclesTo } from './announcement.queries.ts';
import { LawfulTimelineType, NoticeType, ReminderType, TimelineInput } from './announcement.type.ts';
import { AssemblyType } from './assembly.type.ts';
import { noticeOf } from './notice.queries.ts';
import { remindersFor } from './reminder.queries.ts';

/** What is told before an assembly is announced. */
@Resolver(() => AssemblyType)
export class AnnouncementResolver {
  @Access('SIGNED_IN', 'assemblies:read')
  @Query(() => LawfulTimelineType, {
    description: 'The dates the law allows for an assembly announced now, and what it has against the ones given.',
  })
  lawfulTimeline(@Ctx() context: Context, @Arg('input', () => TimelineInput) input: TimelineInput): LawfulTimelineType {
    return judgeDates(context, input);
  }

  @FieldResolver(() => NoticeType, {
    description:
      'As it is posted; of a draft, as it would be now. That whoever it is for opened it is noted once, with the moment.',
  })
  async notice(@Ctx() context: Context, @Root() assembly: AssemblyType): Promise<NoticeType> {
    await openNotice(context, assembly.row.id);
    return noticeOf(context, assembly);
  }

  @FieldResolver(() => [UserError], {
    description: 'Everything that keeps a draft from being announced now, for its staff; empty otherwise.',
  })
  async obstacles(@Ctx() context: Context, @Root() assembly: AssemblyType): Promise<readonly UserError[]> {
    return obstaclesTo(context, assembly);
  }

  @FieldResolver(() => [ReminderType], {
    description: 'What a draft may be announced without and its minutes will miss, for its staff; empty otherwise.',
  })
  async reminders(@Ctx() context: Context, @Root() assembly: AssemblyType): Promise<ReminderType[]> {
    return remindersFor(context, assembly);
  }
}
