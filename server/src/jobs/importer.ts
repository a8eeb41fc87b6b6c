import type { World } from '../kernel/context.ts';
import { runImport } from '../modules/registry/index.ts';

/**
 * Rehearses and commits imports in the background, one after the other. What a server left when it stopped or was killed
 * is found in the database and taken up again; of several servers one does it.
 */
export class Importer {
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
    this.#unhear = this.#world.events.after('ImportStarted', (_world, { importId }) => {
      this.#enqueue(importId);
    });
    this.#timer = setInterval(() => void this.#takeUp(), everyMs);
    void this.#takeUp();
  }

  /** An import under way stops at its next batch and changes nothing; the next start begins it anew. */
  async stop(): Promise<void> {
    this.#unhear();
    if (this.#timer) clearInterval(this.#timer);
    this.#stopping.abort();
    await this.#queue;
  }

  async #takeUp(): Promise<void> {
    try {
      const left = await this.#world.database.read<{ id: string }>(
        `select id from import_job where state in ('REHEARSING', 'COMMITTING') order by created_at`,
      );
      for (const { id } of left) this.#enqueue(id);
    } catch (error) {
      if (!this.#stopping.signal.aborted) this.#world.log.error({ err: error }, 'the importer could not look for work');
    }
  }

  #enqueue(importId: string): void {
    if (this.#waiting.has(importId) || this.#stopping.signal.aborted) return;
    this.#waiting.add(importId);
    const before = this.#queue;
    this.#queue = this.#runAfter(before, importId);
  }

  async #runAfter(before: Promise<void>, importId: string): Promise<void> {
    await before;
    try {
      if (!this.#stopping.signal.aborted) await runImport(this.#world, importId, this.#stopping.signal);
    } catch (error) {
      this.#world.log.error({ err: error, importId }, 'an import could not be taken on');
    } finally {
      this.#waiting.delete(importId);
    }
  }
}
