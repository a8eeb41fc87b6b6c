import type { World } from '../kernel/context.ts';
import { runScan } from '../modules/scan/index.ts';
import { BackgroundQueue } from './background-queue.ts';

/**
 * Has scans read, two files at a time, so that files of one page keep both threads busy. A file under way stops at its next page and goes
 * on from there.
 */
export function makeScanDesk(world: World): BackgroundQueue {
  return new BackgroundQueue(world, {
    hear: (enqueue) => [world.events.after('ScanArrived', (_world, { scanId }) => enqueue(scanId))],
    left: async () => world.database.read(`select id from scan where state = 'READING' order by begun_at`),
    run: async (id, signal) => runScan(world, world.scanReader, id, signal),
    lanes: 2,
    words: { id: 'scanId', notFound: 'scans to read could not be looked for', notDone: 'a scan could not be read' },
  });
}
