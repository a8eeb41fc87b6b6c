import type { World } from '../kernel/context.ts';
import { runPrint } from '../modules/paper/index.ts';

/**
 * Prints ballots in the background, one run after the other. A run that a server left when it stopped or was killed goes on
 * where it was; of several servers one does it.
 */
export class BallotPress {
  readonly #world: World;
  readonly #stopping = new AbortController();
  readonly #waiting = new Set<string>();
  #queue: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | null = null;
  #unhear: () => void = () => undefined;

  constructor(world: World) {
    this.#world = world;
  }

  start(everyMs = 5000): void {
    this.#unhear = this.#world.events.after('PrintRequested', (_world, { printRunId }) => {
      this.#enqueue(printRunId);
    });
    this.#timer = setInterval(() => void this.#takeUp(), everyMs);
    void this.#takeUp();
  }

  /** A run under way stops at its next part; the next start goes on from there. */
  async stop(): Promise<void> {
    this.#unhear();
    if (this.#timer) clearInterval(this.#timer);
    this.#stopping.abort();
    await this.#queue;
  }

  async #takeUp(): Promise<void> {
    try {
      const left = await this.#world.database.read<{ id: string }>(
        `select id from print_run where state = 'PRINTING' order by requested_at`,
      );
      for (const { id } of left) this.#enqueue(id);
    } catch (error) {
      if (!this.#stopping.signal.aborted) this.#world.log.error({ err: error }, 'the press could not look for work');
    }
  }

  #enqueue(printRunId: string): void {
    if (this.#waiting.has(printRunId) || this.#stopping.signal.aborted) return;
    this.#waiting.add(printRunId);
    const before = this.#queue;
    this.#queue = this.#runAfter(before, printRunId);
  }

  async #runAfter(before: Promise<void>, printRunId: string): Promise<void> {
    await before;
    try {
      if (!this.#stopping.signal.aborted) await runPrint(this.#world, printRunId, this.#stopping.signal);
    } catch (error) {
      this.#world.log.error({ err: error, printRunId }, 'a print run could not be taken on');
    } finally {
      this.#waiting.delete(printRunId);
    }
  }
}
