import type { World } from '../kernel/context.ts';
import { runImport } from '../modules/registry/index.ts';
import { BackgroundQueue } from './background-queue.ts';

/** Rehearses and commits imports. One under way stops at its next batch, changes nothing and is begun anew. */
export function makeImporter(world: World): BackgroundQueue {
  return new BackgroundQueue(world, {
    hear: (enqueue) => [world.events.after('ImportStarted', (_world, { importId }) => enqueue(importId))],
    left: async () =>
      world.database.read(`select id from import_job where state in ('REHEARSING', 'COMMITTING') order by created_at`),
    run: async (id, signal) => runImport(world, id, signal),
    words: {
      id: 'importId',
      notFound: 'the importer could not look for work',
      notDone: 'an import could not be taken on',
    },
  });
}
