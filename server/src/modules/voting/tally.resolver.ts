import { Ctx, FieldResolver, Resolver, Root, registerEnumType } from 'type-graphql';
import type { Context } from '../../kernel/context.ts';
import { AssemblyType } from '../assembly/index.ts';
import { resultOf, tallyOf, turnoutOf, viewOf } from './tally.queries.ts';
import { ResultType, TallyType, Turnout } from './tally.type.ts';

const ResultsViewEnum = { NOTHING: 'NOTHING', TURNOUT: 'TURNOUT', FULL: 'FULL' } as const;
registerEnumType(ResultsViewEnum, { name: 'ResultsView', description: 'What the viewer may see of the count now.' });

/** Adds the count to an assembly; the assembly module does not know of it. */
@Resolver(() => AssemblyType)
export class TallyResolver {
  @FieldResolver(() => ResultsViewEnum)
  resultsView(@Ctx() context: Context, @Root() assembly: AssemblyType): keyof typeof ResultsViewEnum {
    return viewOf(context, assembly);
  }

  @FieldResolver(() => Turnout, { nullable: true, description: 'null before the opening.' })
  async turnout(@Ctx() context: Context, @Root() assembly: AssemblyType): Promise<Turnout | null> {
    return turnoutOf(context, assembly);
  }

  @FieldResolver(() => TallyType, {
    nullable: true,
    description: 'The count as it stands; null where `resultsView` is not FULL.',
  })
  async tally(@Ctx() context: Context, @Root() assembly: AssemblyType): Promise<TallyType | null> {
    return tallyOf(context, assembly);
  }

  @FieldResolver(() => ResultType, { nullable: true, description: 'Once closed: what stands for good.' })
  async result(@Ctx() context: Context, @Root() assembly: AssemblyType): Promise<ResultType | null> {
    return resultOf(context, assembly);
  }
}
