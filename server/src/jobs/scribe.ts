import type { World } from '../kernel/context.ts';
import { assembliesWithoutDocuments, writeDocuments } from '../modules/documents/index.ts';
import { BackgroundQueue } from './background-queue.ts';

/**
 * Writes the papers of assemblies when their time has come: the notice once it is announced, the minutes and their annexes once voting
 * has ended. A paper under way is finished; those that are left are written by the next start.
 */
export function makeScribe(world: World): BackgroundQueue {
  return new BackgroundQueue(world, {
    hear: (enqueue) => [
      world.events.after('VotingClosed', (_world, { assemblyId }) => enqueue(assemblyId)),
      world.events.after('AssemblyAnnounced', (_world, { assemblyId }) => enqueue(assemblyId)),
    ],
    left: async () => (await assembliesWithoutDocuments(world)).map((id) => ({ id })),
    run: async (id, signal) => writeDocuments(world, id, signal),
    everyMs: 20_000,
    words: {
      id: 'assemblyId',
      notFound: 'the scribe could not look for work',
      notDone: 'the papers of an assembly could not be written',
    },
  });
}
