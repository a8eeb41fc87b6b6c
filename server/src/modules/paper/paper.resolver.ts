import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Access } from '../../kernel/access.ts';
import type { Context } from '../../kernel/context.ts';
import { PageArgs, type Page } from '../../kernel/page.type.ts';
import { payload } from '../../kernel/payload.type.ts';
import { AssemblyType } from '../assembly/index.ts';
import { PersonType } from '../identity/index.ts';
import { printBallots } from './commands/print-ballots.ts';
import { printBlankBallots } from './commands/print-blank-ballots.ts';
import { PrintBallotsInput, PrintBlankBallotsInput } from './paper.input.ts';
import { explanationOf, faultOwnerOf, findPrintRun, ownerOf, printRunsOf, requesterOf } from './paper.queries.ts';
import { PrintRunConnection, PrintRunPayload, PrintRunType } from './paper.type.ts';

const staff = ['PLATFORM_ADMINISTRATOR', 'ASSEMBLY_ADMINISTRATOR'] as const;

async function answer(context: Context, command: () => Promise<{ printRunId: string }>): Promise<PrintRunPayload> {
  return payload(context, async () => ({ printRun: await findPrintRun(context, (await command()).printRunId) }));
}

@Resolver(() => PrintRunType)
export class PrintRunResolver {
  @FieldResolver(() => PersonType, {
    nullable: true,
    description: 'Whose ballots alone it holds. null for a token without `people:read`.',
  })
  async owner(@Ctx() context: Context, @Root() run: PrintRunType): Promise<PersonType | null> {
    return ownerOf(context, run);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "Of a run that is FAILED: why, and what to do, in the caller's language.",
  })
  explanation(@Ctx() context: Context, @Root() run: PrintRunType): string | null {
    return explanationOf(context, run);
  }

  @FieldResolver(() => PersonType, {
    nullable: true,
    description: 'Whose ballot could not be set. null for a token without `people:read`.',
  })
  async faultOwner(@Ctx() context: Context, @Root() run: PrintRunType): Promise<PersonType | null> {
    return faultOwnerOf(context, run);
  }

  @FieldResolver(() => PersonType, { nullable: true, description: 'null for a token without `people:read`.' })
  async requestedBy(@Ctx() context: Context, @Root() run: PrintRunType): Promise<PersonType | null> {
    return requesterOf(context, run);
  }

  @Access(staff, 'assemblies:write')
  @Mutation(() => PrintRunPayload, {
    description:
      'Has personal ballots printed: of one owner, an entrance, or the house. From the announcement until the end. Needs `people:read` too.',
  })
  async printBallots(
    @Ctx() context: Context,
    @Arg('input', () => PrintBallotsInput) input: PrintBallotsInput,
  ): Promise<PrintRunPayload> {
    return answer(context, async () => printBallots(context, input));
  }

  @Access(staff, 'assemblies:write')
  @Mutation(() => PrintRunPayload, { description: 'Has blank forms printed, for those the register does not know.' })
  async printBlankBallots(
    @Ctx() context: Context,
    @Arg('input', () => PrintBlankBallotsInput) input: PrintBlankBallotsInput,
  ): Promise<PrintRunPayload> {
    return answer(context, async () => printBlankBallots(context, input));
  }
}

/** Adds the printed ballots to an assembly; the assembly module does not know of them. */
@Resolver(() => AssemblyType)
export class AssemblyPaperResolver {
  @FieldResolver(() => PrintRunConnection, {
    nullable: true,
    description: 'What was printed, newest first. For those who run the assembly.',
  })
  async printRuns(
    @Ctx() context: Context,
    @Root() assembly: AssemblyType,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<Page<PrintRunType> | null> {
    return printRunsOf(context, assembly, page);
  }
}
