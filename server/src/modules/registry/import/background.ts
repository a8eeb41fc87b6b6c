import { setImmediate } from 'node:timers/promises';

/** The server is stopping; what was begun goes on after the next start. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

/** How work in the background says how far it is, and hears that it should stop. */
export interface Background {
  readonly signal: AbortSignal;
  readonly progress: (rowsDone: number) => Promise<void>;
}

/** Hands over to whoever waits: votes come first. */
export async function breathe({ signal }: Background): Promise<void> {
  await setImmediate();
  if (signal.aborted) throw new Interrupted();
}
