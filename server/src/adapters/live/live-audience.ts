import { GraphQLError, type GraphQLSchema } from 'graphql';
import type { World } from '../../kernel/context.ts';
import type { LiveEvent } from '../../kernel/live.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { LiveConnection } from './live-connection.ts';
import type { LiveReader } from './live-reader.ts';
import { SharedExecution } from './shared-execution.ts';

export interface AudienceParts {
  readonly world: World;
  readonly schema: GraphQLSchema;
  /** The shortest time between two events. */
  readonly gapMs: number;
  /** After this a right is asked again although nobody said that it changed: some end by themselves. */
  readonly rightsAgeMs: number;
}

/**
 * All readers of one stream of one assembly. It keeps no event and no queue: when something moved it reads what is, shares
 * it out, and passes over readers that are slow until they can take the newest.
 */
export class LiveAudience {
  readonly #parts: AudienceParts;
  readonly #readers = new Set<LiveReader>();
  #moved = false;
  #running = false;
  #timer: NodeJS.Timeout | NodeJS.Immediate | null = null;
  #notBefore = 0;

  constructor(parts: AudienceParts) {
    this.#parts = parts;
  }

  get size(): number {
    return this.#readers.size;
  }

  get readers(): ReadonlySet<LiveReader> {
    return this.#readers;
  }

  isReadOver(connection: LiveConnection): boolean {
    return this.#hasAny((reader) => reader.connection === connection);
  }

  join(reader: LiveReader): void {
    this.#readers.add(reader);
    this.#schedule();
  }

  leave(reader: LiveReader): void {
    this.#readers.delete(reader);
  }

  moved(): void {
    this.#moved = true;
    this.#schedule();
  }

  #schedule(): void {
    if (this.#running || this.#timer || this.#readers.size === 0) return;
    const fresh = this.#hasAny((reader) => reader.fresh);
    if (!fresh && !this.#moved && !this.#hasAny((reader) => reader.behind)) return;
    const wait = fresh ? 0 : this.#notBefore - performance.now();
    const run = (): void => {
      this.#timer = null;
      void this.#run();
    };
    // Those that join in the same moment share their snapshot.
    this.#timer = wait <= 0 ? setImmediate(run) : setTimeout(run, wait);
  }

  async #run(): Promise<void> {
    this.#running = true;
    const due = performance.now() >= this.#notBefore;
    const moved = this.#moved;
    if (due) this.#moved = false;
    const wanted = [...this.#readers].filter((reader) => reader.fresh || (due && (moved || reader.behind)));
    if (due && (moved || wanted.length > 0)) this.#notBefore = performance.now() + this.#parts.gapMs;
    try {
      await this.#serve(wanted);
    } catch (error) {
      this.#parts.world.log.error({ err: error }, 'a live stream could not be read');
      this.#moved = true;
      this.#notBefore = performance.now() + 1000;
      for (const reader of wanted) reader.fresh = false;
    } finally {
      this.#running = false;
      this.#schedule();
    }
  }

  async #serve(wanted: readonly LiveReader[]): Promise<void> {
    const ready = wanted.filter((reader) => {
      const slow = reader.isSlow();
      if (slow) reader.fresh = false;
      reader.behind ||= slow;
      return !slow;
    });
    const doubtful = ready.filter((reader) => reader.isDoubtful(this.#parts.rightsAgeMs));
    const asked = new Map<string, Promise<void>>();
    await Promise.all(doubtful.map(async (reader) => this.#confirm(reader, asked)));
    const events = new Map<string, LiveEvent | null>();
    for (const alike of groupsOf(ready)) {
      const [first] = alike;
      const event = first && (await this.#eventFor(first, events));
      if (event) await this.#give(alike, event);
      for (const reader of alike) {
        reader.fresh = false;
        reader.behind = false;
      }
    }
  }

  /** Sockets of the same person with the same rights are one question. */
  async #confirm(reader: LiveReader, asked: Map<string, Promise<void>>): Promise<void> {
    try {
      const stands = await reader.confirm(async () => {
        const { context, group, viewer } = reader.connection;
        const key = `${group} ${viewer?.actorIds.join() ?? ''}`;
        let answer = asked.get(key);
        if (!answer) asked.set(key, (answer = reader.source.requireReader(context)));
        return answer;
      });
      if (!stands) reader.finish(null);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      reader.finish({ data: null, errors: [new GraphQLError(error.message, { originalError: error })] });
    }
  }

  /** Readers that know the same get the same event; a state is the same event whatever one knows. */
  async #eventFor(reader: LiveReader, events: Map<string, LiveEvent | null>): Promise<LiveEvent | null> {
    const { source, position, behind } = reader;
    const key = `${String(position)} ${String(behind)}`;
    let event = events.get(key);
    if (event === undefined) {
      event = await source.read(this.#parts.world, position, behind);
      event = event && source.isState ? (sameState(events, event) ?? event) : event;
      events.set(key, event);
    }
    return event;
  }

  /** Mostly one execution serves them all; only where it asked who exactly reads are there more. */
  async #give(alike: readonly LiveReader[], event: LiveEvent): Promise<void> {
    const execution = new SharedExecution(this.#parts.schema, this.#parts.world.log, event);
    for (const reader of alike) {
      const { viewer } = reader.connection;
      if (reader.isOver || !viewer) continue;
      const payload = execution.known(viewer) ?? (await execution.run(reader, viewer));
      // It may have ended, or have lost its right, while that ran.
      if (reader.isOver || reader.connection.viewer === null) continue;
      reader.position = event.sequence;
      reader.send(payload);
    }
  }

  #hasAny(holds: (reader: LiveReader) => boolean): boolean {
    for (const reader of this.#readers) if (holds(reader)) return true;
    return false;
  }
}

/** Readers that know the same, ask the same and have the same rights. */
function groupsOf(readers: readonly LiveReader[]): Iterable<readonly LiveReader[]> {
  const groups = new Map<string, LiveReader[]>();
  for (const reader of readers) {
    if (reader.isOver) continue;
    const { connection, operation, position, behind } = reader;
    const key = `${String(position)} ${String(behind)} ${connection.group}\n${operation.key}`;
    const group = groups.get(key);
    if (group) group.push(reader);
    else groups.set(key, [reader]);
  }
  return groups.values();
}

function sameState(events: ReadonlyMap<string, LiveEvent | null>, event: LiveEvent): LiveEvent | null {
  for (const known of events.values()) {
    if (known?.sequence === event.sequence && known.lagged === event.lagged) return known;
  }
  return null;
}
