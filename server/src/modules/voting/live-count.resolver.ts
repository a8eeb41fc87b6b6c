import { Arg, Ctx, FieldResolver, ID, Int, Resolver, Root, Subscription } from 'type-graphql';
import { Access } from '../../kernel/access.ts';
import type { Context } from '../../kernel/context.ts';
import { readStreamArgs } from '../../kernel/live.ts';
import { assemblyType, AssemblyType } from '../assembly/index.ts';
import { followCount, type CountChange } from './live-count.queries.ts';
import { CountEvent } from './live-count.type.ts';

@Resolver(() => CountEvent)
export class LiveCountResolver {
  @Access('SIGNED_IN', 'assemblies:read')
  @Subscription(() => CountEvent, {
    description:
      'The assembly with its count: the newest state at once, then whenever it changes, at most four times a second. `after` leaves out the state you know.',
    subscribe: async ({ args, context }) => {
      const { assemblyId, after } = readStreamArgs(args);
      return followCount(context as Context, assemblyId, after);
    },
  })
  countChanged(
    @Root() change: CountChange,
    @Arg('assemblyId', () => ID) _assemblyId: string,
    @Arg('after', () => Int, { nullable: true }) _after?: number | null,
  ): CountEvent {
    return change;
  }

  @FieldResolver(() => AssemblyType)
  assembly(@Ctx() context: Context, @Root() { row }: CountEvent): AssemblyType {
    return assemblyType(context, row);
  }
}
