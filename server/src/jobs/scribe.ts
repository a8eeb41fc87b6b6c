import type { World } from '../kernel/context.ts';
import { assembliesWithoutDocuments, writeDocuments } from '../modules/documents/index.ts';

/**
 * Writes the papers of assemblies when their time has come: the notice once it is announced, the minutes and their annexes once voting
 * has ended. Woken by these events, by the start, and from time to time; of several servers one does it.
 */
export class Scribe {
  readonly #world: World;
  readonly #stopping = new AbortController();
  readonly #waiting = new Set<string>();
  #queue: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | null = null;
  #unhear: readonly (() => void)[] = [];

  constructor(world: World) {
    this.#world = world;
  }

  start(everyMs = 20_000): void {
    const write = (_world: World, { assemblyId }: { readonly assemblyId: string }): void => this.#enqueue(assemblyId);
    const { events } = this.#world;
    this.#unhear = [events.after('VotingClosed', write), events.after('AssemblyAnnounced', write)];
    this.#timer = setInterval(() => void this.#takeUp(), everyMs);
    void this.#takeUp();
  }

  /** A paper under way is finished; the next start writes those that are left. */
  async stop(): Promise<void> {
    for (const unhear of this.#unhear) unhear();
    if (this.#timer) clearInterval(this.#timer);
    this.#stopping.abort();
    await this.#queue;
  }

  async #takeUp(): Promise<void> {
    try {
      for (const id of await assembliesWithoutDocuments(this.#world)) this.#enqueue(id);
    } catch (error) {
      if (!this.#stopping.signal.aborted) this.#world.log.error({ err: error }, 'the scribe could not look for work');
    }
  }

  #enqueue(assemblyId: string): void {
    if (this.#waiting.has(assemblyId) || this.#stopping.signal.aborted) return;
    this.#waiting.add(assemblyId);
    const before = this.#queue;
    this.#queue = this.#writeAfter(before, assemblyId);
  }

  async #writeAfter(before: Promise<void>, assemblyId: string): Promise<void> {
    await before;
    this.#waiting.delete(assemblyId);
    try {
      if (!this.#stopping.signal.aborted) await writeDocuments(this.#world, assemblyId, this.#stopping.signal);
    } catch (error) {
      if (!this.#stopping.signal.aborted)
        this.#world.log.error({ err: error, assemblyId }, 'the papers of an assembly could not be written');
    }
  }
}
