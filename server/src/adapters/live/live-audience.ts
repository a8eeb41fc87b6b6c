import { setImmediate as turn } from 'node:timers/promises';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import type { World } from '../../kernel/context.ts';
import type { LiveEvent } from '../../kernel/live.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { groupsOf, type Alike } from './alike-readers.ts';
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

const slowRetryMs = 100;
/** So many are written to before anything else has its turn. */
const atOnce = 128;

/** An event on its way to readers who are told the same. */
interface Delivery {
  readonly readers: readonly LiveReader[];
  readonly payload: Buffer;
  /** What a reader has to know for it to be the next. */
  readonly from: number | null;
  readonly to: number;
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
  /** The last batch on its way; the next is read meanwhile. */
  #sending: Promise<void> = Promise.resolve();

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
    // A reader that is slow is not asked without a pause whether it has become quick.
    const wait = fresh ? 0 : Math.max(this.#notBefore - performance.now(), this.#moved ? 0 : slowRetryMs);
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
    const ready = this.#readyFor(due, moved);
    if (due && (moved || ready.length > 0)) this.#notBefore = performance.now() + this.#parts.gapMs;
    try {
      const deliveries = await this.#prepare(ready);
      await this.#sending;
      this.#sending = this.#deliver(deliveries);
    } catch (error) {
      this.#parts.world.log.error({ err: error }, 'a live stream could not be read');
      this.#moved = true;
      this.#notBefore = performance.now() + 1000;
      for (const reader of ready) reader.fresh = false;
    } finally {
      this.#running = false;
      this.#schedule();
    }
  }

  /** Whoever becomes slow now is found out when the event is to be written; who was slow before is asked here. */
  #readyFor(due: boolean, moved: boolean): LiveReader[] {
    const ready: LiveReader[] = [];
    for (const reader of this.#readers) {
      if (!(reader.fresh || (due && (moved || reader.behind)))) continue;
      if (!(reader.fresh || reader.behind) || !reader.isSlow()) {
        ready.push(reader);
        continue;
      }
      reader.fresh = false;
      reader.behind = true;
    }
    return ready;
  }

  async #prepare(ready: readonly LiveReader[]): Promise<Delivery[]> {
    const now = performance.now();
    const doubtful = ready.filter((reader) => reader.isDoubtful(this.#parts.rightsAgeMs, now));
    const asked = new Map<string, Promise<void>>();
    await Promise.all(doubtful.map(async (reader) => this.#confirm(reader, asked)));
    const events = new Map<string, LiveEvent | null>();
    const deliveries: Delivery[] = [];
    for (const alike of groupsOf(ready)) {
      const event = await this.#eventFor(alike, events);
      if (event) await this.#address(alike, event, deliveries);
    }
    return deliveries;
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
  async #eventFor(
    { source, position, behind }: Alike,
    events: Map<string, LiveEvent | null>,
  ): Promise<LiveEvent | null> {
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
  async #address({ readers, position }: Alike, event: LiveEvent, deliveries: Delivery[]): Promise<void> {
    const execution = new SharedExecution(this.#parts.schema, this.#parts.world.log, event);
    const told = new Map<Buffer, LiveReader[]>();
    for (const reader of readers) {
      if (reader.isOver) continue;
      const payload = execution.knownToAll ?? (await this.#payloadFor(reader, execution));
      if (!payload) continue;
      const alike = told.get(payload);
      if (alike) alike.push(reader);
      else told.set(payload, [reader]);
      reader.promised = event.sequence;
    }
    for (const [payload, alike] of told)
      deliveries.push({ readers: alike, payload, from: position, to: event.sequence });
  }

  async #payloadFor(reader: LiveReader, execution: SharedExecution): Promise<Buffer | null> {
    const { viewer } = reader.connection;
    return viewer && (execution.known(viewer) ?? (await execution.run(reader, viewer)));
  }

  async #deliver(deliveries: readonly Delivery[]): Promise<void> {
    let [written, now] = [0, performance.now()];
    for (const { readers, payload, from, to } of deliveries) {
      for (const reader of readers) {
        written += 1;
        if (written % atOnce === 0) {
          await turn();
          now = performance.now();
        }
        if (reader.isOver) continue;
        // Whatever came between, slowness or a doubt of the right: it stays where it is, and the next run sees to it.
        if (reader.position !== from || reader.isSlow() || reader.isDoubtful(this.#parts.rightsAgeMs, now)) {
          reader.promised = reader.position;
          reader.behind = true;
          continue;
        }
        reader.position = to;
        reader.send(payload);
      }
    }
    this.#schedule();
  }

  #hasAny(holds: (reader: LiveReader) => boolean): boolean {
    for (const reader of this.#readers) if (holds(reader)) return true;
    return false;
  }
}

function sameState(events: ReadonlyMap<string, LiveEvent | null>, event: LiveEvent): LiveEvent | null {
  for (const known of events.values()) {
    if (known?.sequence === event.sequence && known.lagged === event.lagged) return known;
  }
  return null;
}
