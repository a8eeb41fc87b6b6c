import { Arg, Args, Ctx, Field, ID, InputType, Query, Resolver } from 'type-graphql';
import { Access } from '../../kernel/access.ts';
import type { Context } from '../../kernel/context.ts';
import { provideNodes } from '../../kernel/node-registry.ts';
import { connectionOf, PageArgs, type Page } from '../../kernel/page.type.ts';
import { journalRowsById, listJournal } from './journal.queries.ts';
import { JournalRowType } from './journal.type.ts';

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
}

const JournalConnection = connectionOf(JournalRowType, 'JournalRow');

const readers = ['PLATFORM_ADMINISTRATOR', 'AUDITOR'] as const;
provideNodes('JournalRow', { access: { who: readers, scope: 'journal:read' }, load: journalRowsById });

@Resolver(() => JournalRowType)
export class JournalResolver {
  @Access(readers, 'journal:read')
  @Query(() => JournalConnection, {
    description:
      'Every command that was carried out, newest first: for administrators and auditors of the whole platform.',
  })
  async journal(
    @Ctx() context: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => JournalFilterInput, { nullable: true }) filter: JournalFilterInput | null,
  ): Promise<Page<JournalRowType>> {
    return listJournal(context, page, filter ?? {});
  }
}
