import type { World } from '../kernel/context.ts';

/** Work that goes on whether whoever asked for it is still connected or not. */
export interface BackgroundWork {
  /** Tells `enqueue` of every task as it comes; what it returns ends that. */
  readonly hear: (enqueue: (id: string) => void) => readonly (() => void)[];
  /** The tasks that wait, and those a server left when it stopped or was killed. */
  readonly left: () => Promise<readonly { readonly id: string }[]>;
  /** Does one task, if no other server is at it; stops early, at a place it can go on from, once the signal is aborted. */
  readonly run: (id: string, signal: AbortSignal) => Promise<void>;
  /** How many tasks go on at a time; 1 unless said. */
  readonly lanes?: number;
  readonly everyMs?: number;
  /** How the log calls the id of a task, and what it says of work that fails. */
  readonly words: { readonly id: string; readonly notFound: string; readonly notDone: string };
}

/** Does tasks one after the other. Woken by events, by the start, and from time to time; of several servers one does a task. */
export class BackgroundQueue {
  readonly #world: World;
  readonly #work: BackgroundWork;
  readonly #stopping = new AbortController();
  readonly #waiting = new Set<string>();
  readonly #lanes: Promise<void>[];
  #last = 0;
  #timer: NodeJS.Timeout | null = null;
  #unhear: readonly (() => void)[] = [];

  constructor(world: World, work: BackgroundWork) {
    this.#world = world;
    this.#work = work;
    this.#lanes = Array.from({ length: work.lanes ?? 1 }, async () => Promise.resolve());
  }

  start(): void {
    this.#unhear = this.#work.hear((id) => this.#enqueue(id));
    this.#timer = setInterval(() => void this.#takeUp(), this.#work.everyMs ?? 5000);
    void this.#takeUp();
  }

  /** Waits for the tasks under way to stop; the next start takes them up again. */
  async stop(): Promise<void> {
    for (const unhear of this.#unhear) unhear();
    if (this.#timer) clearInterval(this.#timer);
    this.#stopping.abort();
    await Promise.all(this.#lanes);
  }

  async #takeUp(): Promise<void> {
    try {
      for (const { id } of await this.#work.left()) this.#enqueue(id);
    } catch (error) {
      if (!this.#stopping.signal.aborted) this.#world.log.error({ err: error }, this.#work.words.notFound);
    }
  }

  #enqueue(id: string): void {
    if (this.#waiting.has(id) || this.#stopping.signal.aborted) return;
    this.#waiting.add(id);
    this.#last = (this.#last + 1) % this.#lanes.length;
    this.#lanes[this.#last] = this.#runAfter(this.#lanes[this.#last], id);
  }

  async #runAfter(before: Promise<void> | undefined, id: string): Promise<void> {
    await before;
    // From here on: what comes while it runs may be news to it, so it is run once more.
    this.#waiting.delete(id);
    try {
      if (!this.#stopping.signal.aborted) await this.#work.run(id, this.#stopping.signal);
    } catch (error) {
      this.#world.log.error({ err: error, [this.#work.words.id]: id }, this.#work.words.notDone);
    }
  }
}
