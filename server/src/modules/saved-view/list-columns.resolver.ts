import { Arg, Ctx, Field, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { Access } from '../../kernel/access.ts';
import type { Context } from '../../kernel/context.ts';
import { Payload, payload } from '../../kernel/payload.type.ts';
import { keepListColumns } from './commands/keep-list-columns.ts';
import { KeepListColumnsInput } from './list-columns.input.ts';
import { listColumnsOf } from './list-columns.queries.ts';
import { ListColumnsType } from './list-columns.type.ts';

@ObjectType()
export class KeepListColumnsPayload extends Payload {
  @Field(() => [ListColumnsType], { nullable: true, description: 'Every list of which you have chosen the columns.' })
  listColumns?: readonly ListColumnsType[] | null;
}

@Resolver(() => ListColumnsType)
export class ListColumnsResolver {
  @Access('SIGNED_IN', 'profile')
  @Query(() => [ListColumnsType], { description: 'The lists of the console of which you have chosen the columns.' })
  async myListColumns(@Ctx() context: Context): Promise<readonly ListColumnsType[]> {
    return listColumnsOf(context);
  }

  @Access('SIGNED_IN', 'profile')
  @Mutation(() => KeepListColumnsPayload, {
    description: 'Keeps which columns of a list you see and in which order, for every browser you sign in with.',
  })
  async keepListColumns(
    @Ctx() context: Context,
    @Arg('input', () => KeepListColumnsInput) input: KeepListColumnsInput,
  ): Promise<KeepListColumnsPayload> {
    return payload(context, async () => {
      await keepListColumns(context, input);
      return { listColumns: await listColumnsOf(context) };
    });
  }
}
