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

/**
 * Does tasks one after the other: what is heard of first, then what was left, in its order. Woken by events, by the start,
 * and from time to time; of several servers one does a task.
 */
export class BackgroundQueue {
  readonly #world: Pick<World, 'log'>;
  readonly #work: BackgroundWork;
  readonly #stopping = new AbortController();
  readonly #heard = new Set<string>();
  readonly #left = new Set<string>();
  readonly #lanes = new Set<Promise<void>>();
  #busy = 0;
  #timer: NodeJS.Timeout | null = null;
  #unhear: readonly (() => void)[] = [];

  constructor(world: Pick<World, 'log'>, work: BackgroundWork) {
    this.#world = world;
    this.#work = work;
  }

  start(): void {
    this.#unhear = this.#work.hear((id) => {
      this.#left.delete(id);
      this.#heard.add(id);
      this.#open();
    });
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
      for (const { id } of await this.#work.left()) if (!this.#heard.has(id)) this.#left.add(id);
      this.#open();
    } catch (error) {
      if (!this.#stopping.signal.aborted) this.#world.log.error({ err: error }, this.#work.words.notFound);
    }
  }

  /** As many lanes as there is work for, and no more than may go on at a time. */
  #open(): void {
    const waiting = this.#heard.size + this.#left.size;
    const free = Math.min(waiting, (this.#work.lanes ?? 1) - this.#busy);
    for (let opened = 0; opened < free; opened += 1) {
      this.#busy += 1;
      const lane = this.#goOn().finally(() => this.#lanes.delete(lane));
      this.#lanes.add(lane);
    }
  }

  async #goOn(): Promise<void> {
    for (let id = this.#next(); id !== undefined; id = this.#next()) {
      try {
        await this.#work.run(id, this.#stopping.signal);
      } catch (error) {
        this.#world.log.error({ err: error, [this.#work.words.id]: id }, this.#work.words.notDone);
      }
    }
    // In the same breath in which nothing was left to do: whatever comes next opens a lane anew.
    this.#busy -= 1;
  }

  /** It waits no longer: what comes while it runs may be news to it, so it is run once more. */
  #next(): string | undefined {
    if (this.#stopping.signal.aborted) return undefined;
    const [id] = this.#heard.size > 0 ? this.#heard : this.#left;
    if (id !== undefined && !this.#heard.delete(id)) this.#left.delete(id);
    return id;
  }
}
