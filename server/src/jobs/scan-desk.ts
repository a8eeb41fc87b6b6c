import type { World } from '../kernel/context.ts';
import { runScan } from '../modules/scan/index.ts';

/**
 * Has scans read in the background, two files at a time, so that files of one page keep both threads busy. A file that a server left when it
 * stopped or was killed goes on with the pages that are not read; of several servers one does it.
 */
export class ScanDesk {
  readonly #world: World;
  readonly #stopping = new AbortController();
  readonly #waiting = new Set<string>();
  readonly #queues: [Promise<void>, Promise<void>] = [Promise.resolve(), Promise.resolve()];
  #last: 0 | 1 = 0;
  #timer: NodeJS.Timeout | null = null;
  #unhear: () => void = () => undefined;

  constructor(world: World) {
    this.#world = world;
  }

  start(everyMs = 5000): void {
    this.#unhear = this.#world.events.after('ScanArrived', (_world, { scanId }) => {
      this.#enqueue(scanId);
    });
    this.#timer = setInterval(() => void this.#takeUp(), everyMs);
    void this.#takeUp();
  }

  /** A file under way stops at its next page; the next start goes on from there. */
  async stop(): Promise<void> {
    this.#unhear();
    if (this.#timer) clearInterval(this.#timer);
    this.#stopping.abort();
    await Promise.all(this.#queues);
  }

  async #takeUp(): Promise<void> {
    try {
      const left = await this.#world.database.read<{ id: string }>(
        `select id from scan where state = 'READING' order by begun_at`,
      );
      for (const { id } of left) this.#enqueue(id);
    } catch (error) {
      if (!this.#stopping.signal.aborted)
        this.#world.log.error({ err: error }, 'scans to read could not be looked for');
    }
  }

  #enqueue(scanId: string): void {
    if (this.#waiting.has(scanId) || this.#stopping.signal.aborted) return;
    this.#waiting.add(scanId);
    this.#last = this.#last === 0 ? 1 : 0;
    this.#queues[this.#last] = this.#runAfter(this.#queues[this.#last], scanId);
  }

  async #runAfter(before: Promise<void>, scanId: string): Promise<void> {
    await before;
    try {
      if (!this.#stopping.signal.aborted)
        await runScan(this.#world, this.#world.scanReader, scanId, this.#stopping.signal);
    } catch (error) {
      this.#world.log.error({ err: error, scanId }, 'a scan could not be read');
    } finally {
      this.#waiting.delete(scanId);
    }
  }
}
