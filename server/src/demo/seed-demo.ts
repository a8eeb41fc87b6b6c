import type { GraphQLSchema } from 'graphql';
import type { World } from '../kernel/context.ts';
import type { EventBus } from '../kernel/events.ts';
import { DemoPlatform } from './demo-platform.ts';
import { DemoRevival } from './demo-revival.ts';
import { inOneTransaction } from './one-transaction.ts';

export { demoSignIns, type DemoSignIn } from './demo-sign-ins.ts';

/**
 * Fills an empty database with the demo district, relative to now, and a demo that has grown old with a new round of
 * assemblies; each in one transaction: a start that is broken off leaves nothing, and the next one begins anew. In a
 * database with anything else it does nothing.
 */
export async function seedDemo(
  world: World,
  schema: GraphQLSchema,
  listen: (events: EventBus) => void,
  progress: (sentence: string) => void,
): Promise<void> {
  const [known] = await world.database.read<{ known: boolean }>('select exists (select from account) as known');
  if (known?.known !== true) {
    await inOneTransaction(world, listen, async (inside) => {
      const platform = await DemoPlatform.found(inside, schema);
      if (platform) await platform.fill(progress);
    });
  } else if (await DemoRevival.isDue(world)) {
    try {
      await inOneTransaction(world, listen, async (inside) => new DemoRevival(inside, schema).revive(progress));
    } catch (error) {
      // Whoever took the keepers' roles away, or the like, still wants the server to start.
      world.log.warn({ err: error }, 'the demo stays as old as it is');
    }
  }
}
