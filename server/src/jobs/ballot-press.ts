import type { World } from '../kernel/context.ts';
import { runPrint } from '../modules/paper/index.ts';
import { BackgroundQueue } from './background-queue.ts';

/** Prints ballots. A run under way stops at its next part and goes on from there. */
export function makeBallotPress(world: World): BackgroundQueue {
  return new BackgroundQueue(world, {
    hear: (enqueue) => [world.events.after('PrintRequested', (_world, { printRunId }) => enqueue(printRunId))],
    left: async () => world.database.read(`select id from print_run where state = 'PRINTING' order by requested_at`),
    run: async (id, signal) => runPrint(world, id, signal),
    words: {
      id: 'printRunId',
      notFound: 'the press could not look for work',
      notDone: 'a print run could not be taken on',
    },
  });
}
