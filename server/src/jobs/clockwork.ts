import { clockworkContext } from '../kernel/clockwork-context.ts';
import type { World } from '../kernel/context.ts';
import { closingGrace, openVoting } from '../modules/assembly/index.ts';
import { closeVoting } from '../modules/voting/index.ts';

/**
 * Opens and closes assemblies at their time. What is due is read from the database, so a server that was down, or one of
 * several, does the same: each is opened and closed once, as of its own moment.
 */
export class Clockwork {
  readonly #world: World;
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<void> | null = null;

  constructor(world: World) {
    this.#world = world;
  }

  /** Looks every `everyMs` until stopped; never twice at once. */
  start(everyMs = 1000): void {
    this.#timer = setInterval(() => void this.tick(), everyMs);
    void this.tick();
  }

  /** Does all that is due now. Callers that come while it runs share the run and then look again. */
  async tick(): Promise<void> {
    while (this.#running) await this.#running;
    this.#running = this.#doDue().finally(() => {
      this.#running = null;
    });
    await this.#running;
  }

  async stop(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer);
    this.#timer = null;
    await this.#running;
  }

  async #doDue(): Promise<void> {
    const { database, clock, log } = this.#world;
    try {
      const now = clock.now();
      const toOpen = await database.read<{ id: string }>(
        `select id from assembly where state = 'ANNOUNCED' and opens_at <= $1 order by opens_at`,
        [new Date(now)],
      );
      for (const { id } of toOpen) await this.#safely(async () => openVoting(clockworkContext(this.#world), id), id);
      const toClose = await database.read<{ id: string }>(
        `select id from assembly where state = 'VOTING' and closes_at <= $1 order by closes_at`,
        [new Date(now - closingGrace)],
      );
      for (const { id } of toClose) await this.#safely(async () => closeVoting(clockworkContext(this.#world), id), id);
    } catch (error) {
      log.error({ err: error }, 'the clockwork could not look at what is due');
    }
  }

  /** One assembly that fails does not keep the others waiting. */
  async #safely(act: () => Promise<unknown>, assemblyId: string): Promise<void> {
    try {
      await act();
    } catch (error) {
      this.#world.log.error({ err: error, assemblyId }, 'the clockwork failed on an assembly');
    }
  }
}
