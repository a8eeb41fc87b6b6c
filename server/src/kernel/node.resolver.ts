import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { Access } from './access.ts';
import type { Context } from './context.ts';
import { loadNode } from './node-registry.ts';
import { NodeType } from './node.type.ts';
import { Refusal } from './refusal.ts';

const mostNodes = 100;

@Resolver()
export class NodeResolver {
  @Access('SIGNED_IN', null)
  @Query(() => NodeType, {
    nullable: true,
    description: 'Anything by its global id; null when there is nothing, or nothing that you may see.',
  })
  async node(@Ctx() context: Context, @Arg('id', () => ID) id: string): Promise<object | null> {
    return loadNode(context, id);
  }

  @Access('SIGNED_IN', null)
  @Query(() => [NodeType], {
    nullable: 'items',
    description:
      'Up to 100 things by their global ids, in the order of the ids; null in place of what you may not see.',
  })
  async nodes(@Ctx() context: Context, @Arg('ids', () => [ID]) ids: string[]): Promise<(object | null)[]> {
    if (ids.length > mostNodes)
      throw new Refusal('INVALID_INPUT', { what: 'ids', minimum: 0, maximum: mostNodes }, ['ids']);
    return Promise.all(ids.map(async (id) => loadNode(context, id)));
  }
}
