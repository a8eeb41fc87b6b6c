import { setImmediate } from 'node:timers/promises';
import { getHeapStatistics } from 'node:v8';

/** The server is stopping; what was begun goes on after the next start. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

/** How work in the background says how far it is, and hears that it should stop. */
export interface Background {
  readonly signal: AbortSignal;
  readonly progress: (rowsDone: number) => Promise<void>;
}

const tidyEvery = 32 * 1024 * 1024;
let tidied = Number.POSITIVE_INFINITY;

/**
 * Rows leave much behind, and left to itself the heap first grows by it: it is swept each time it has grown so far, where
 * the server was started with --expose-gc.
 */
async function tidyHeap(): Promise<void> {
  const used = getHeapStatistics().used_heap_size;
  // Others let go of what they held, too.
  tidied = Math.min(tidied, used);
  if (used - tidied < tidyEvery) return;
  await globalThis.gc?.({ execution: 'async' });
  tidied = getHeapStatistics().used_heap_size;
}

/** Hands over to whoever waits: votes come first. */
export async function breathe({ signal }: Background): Promise<void> {
  await tidyHeap();
  await setImmediate();
  if (signal.aborted) throw new Interrupted();
}
