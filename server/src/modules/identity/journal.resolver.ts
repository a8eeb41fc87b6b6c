import { Arg, Args, Ctx, Field, FieldResolver, ID, InputType, Query, Resolver, Root } from 'type-graphql';
import { Access } from '../../kernel/access.ts';
import type { Context } from '../../kernel/context.ts';
import { decodeId } from '../../kernel/global-id.ts';
import { nameOf } from '../../kernel/name-of.ts';
import { loadNode, provideNodes } from '../../kernel/node-registry.ts';
import { connectionOf, PageArgs, type Page } from '../../kernel/page.type.ts';
import { TimeOrderEnum, type TimeOrder } from '../../kernel/time-order.ts';
import { actorName, journalRowsById, listHistory, listJournal } from './journal.queries.ts';
import { JournalId, JournalRowType } from './journal.type.ts';

@InputType()
export class JournalFilterInput {
  @Field(() => ID, { nullable: true, description: 'Who acted.' })
  accountId?: string | null;

  @Field(() => String, { nullable: true, description: 'The name of the mutation.' })
  command?: string | null;

  @Field(() => ID, { nullable: true, description: 'Whatever it touched.' })
  objectId?: string | null;

  @Field(() => Date, { nullable: true })
  since?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Without this moment itself.' })
  until?: Date | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Words, each the ID of a request, a row or anything touched, a part of the name of a mutation, or of the name or login of who acted. Names need `people:read`.',
  })
  text?: string | null;
}

const JournalConnection = connectionOf(JournalRowType, 'JournalRow');

const readers = ['PLATFORM_ADMINISTRATOR', 'AUDITOR'] as const;
provideNodes('JournalRow', { access: { who: readers, scope: 'journal:read' }, load: journalRowsById });

@Resolver(() => JournalRowType)
export class JournalResolver {
  @Access(readers, 'journal:read')
  @Query(() => JournalConnection, {
    description: 'Every command that was carried out: for administrators and auditors of the whole platform.',
  })
  async journal(
    @Ctx() context: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => JournalFilterInput, { nullable: true }) filter: JournalFilterInput | null,
    @Arg('sort', () => TimeOrderEnum, { defaultValue: 'NEWEST' }) sort: TimeOrder,
  ): Promise<Page<JournalRowType>> {
    return listJournal(context, page, filter ?? {}, sort);
  }

  @Access(['PLATFORM_ADMINISTRATOR', 'AUDITOR', 'ASSEMBLY_ADMINISTRATOR'], 'journal:read')
  @Query(() => JournalConnection, {
    description:
      'What was done to one thing, newest first. An administrator or auditor of some places reads of what lies in them, and nothing of roles and looks. What is done to the ballots, sheets and messages of an assembly is the history of those.',
  })
  async history(
    @Ctx() context: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('objectId', () => ID) objectId: string,
  ): Promise<Page<JournalRowType>> {
    return listHistory(context, page, objectId);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Who acted, by name; null for the clockwork, and for a token without `people:read`.',
  })
  async by(@Ctx() context: Context, @Root() row: JournalRowType): Promise<string | null> {
    return row.accountId === null ? null : actorName(context, decodeId('Account', row.accountId));
  }
}

@Resolver(() => JournalId)
export class JournalIdResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description: 'What a person calls it; null for what has no name of its own, and for what you may not see.',
  })
  async name(@Ctx() context: Context, @Root() touched: JournalId): Promise<string | null> {
    return nameOf(await loadNode(context, touched.id));
  }
}
