import { Arg, Ctx, ID, Resolver, Root, Subscription } from 'type-graphql';
import { Access } from '../../kernel/access.ts';
import type { Context } from '../../kernel/context.ts';
import { decodeId, encodeId } from '../../kernel/global-id.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { AssemblyType, findAssembly } from '../assembly/index.ts';
import { watchCount } from './live-count.ts';

@Resolver()
export class LiveCountResolver {
  @Access('SIGNED_IN', 'assemblies:read')
  @Subscription(() => AssemblyType, {
    description:
      'The assembly as it stands, at once and then whenever its count changes, at most four times a second. Rights are asked again every time.',
    subscribe: async ({ args, context }) => {
      const assemblyId = decodeId('Assembly', String((args as { assemblyId: unknown }).assemblyId), ['assemblyId']);
      if (!(await findAssembly(context as Context, assemblyId))) throw new Refusal('NOT_FOUND', { kind: 'Assembly' });
      return watchCount(context as Context, assemblyId);
    },
  })
  async countChanged(
    @Ctx() context: Context,
    @Root() event: { assemblyId: string },
    @Arg('assemblyId', () => ID) _assemblyId: string,
  ): Promise<AssemblyType> {
    const assembly = await findAssembly(context, event.assemblyId);
    if (!assembly) throw new Refusal('NOT_FOUND', { id: encodeId('Assembly', event.assemblyId) });
    return assembly;
  }
}
