import type { ExecutionResult } from 'graphql';
import type { LiveSource } from '../../kernel/live.ts';
import type { LiveConnection } from './live-connection.ts';
import type { LiveOperation } from './live-operation.ts';
import { textFrame } from './text-frame.ts';

/** What a socket may hold back before its reader counts as slow; an event more and no queue. */
const heldBackLimit = 16 * 1024;
const closing = Buffer.from('}');

/**
 * One subscription of one socket. To graphql-ws it is the iterator of its results, of which only the last comes that way:
 * events are written to the socket as frames whose payload all readers share.
 */
export class LiveReader implements AsyncIterableIterator<ExecutionResult> {
  readonly connection: LiveConnection;
  readonly operation: LiveOperation;
  readonly source: LiveSource;
  /** The number the reader knows. */
  position: number | null;
  /** The number it will know when what is on its way has been sent. */
  promised: number | null;
  /** Events were kept from it. */
  behind = false;
  /** Has had nothing yet. */
  fresh = true;
  readonly #opening: Buffer;
  readonly #leave: (reader: LiveReader) => void;
  #look: number;
  #rightsAt = performance.now();
  #last: ExecutionResult | null = null;
  #over = false;
  #wake: (() => void) | null = null;

  constructor(parts: {
    readonly connection: LiveConnection;
    readonly operation: LiveOperation;
    readonly source: LiveSource;
    readonly id: string;
    readonly leave: (reader: LiveReader) => void;
  }) {
    this.connection = parts.connection;
    this.operation = parts.operation;
    this.source = parts.source;
    this.position = parts.source.after;
    this.promised = parts.source.after;
    this.#opening = Buffer.from(`{"id":${JSON.stringify(parts.id)},"type":"next","payload":`);
    this.#leave = parts.leave;
    this.#look = parts.connection.look;
  }

  get isOver(): boolean {
    return this.#over;
  }

  isSlow(): boolean {
    return this.connection.wire.writableLength > heldBackLimit;
  }

  /** Its right rests on an older look at who reads, or on one too long ago for what ends by itself. */
  isDoubtful(maxAgeMs: number, now: number): boolean {
    return this.#look !== this.connection.look || this.connection.isDoubtful() || now - this.#rightsAt > maxAgeMs;
  }

  doubt(): void {
    this.#look = 0;
  }

  /** Asks the rights again; throws the refusal of a stream that is not theirs to read any more. */
  async confirm(requireReader: () => Promise<void>): Promise<boolean> {
    if (!(await this.connection.confirm())) return false;
    const { look } = this.connection;
    await requireReader();
    this.#look = look;
    this.#rightsAt = performance.now();
    return true;
  }

  send(payload: Buffer): void {
    const { socket, wire } = this.connection;
    if (socket.readyState !== socket.OPEN) return;
    wire.write(textFrame(this.#opening, payload, closing));
  }

  /** The last result, in the ordinary way, and the end. */
  finish(last: ExecutionResult | null): void {
    this.#last = last;
    this.#over = true;
    this.#leave(this);
    this.#wake?.();
  }

  async next(): Promise<IteratorResult<ExecutionResult>> {
    if (!this.#over) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    const value = this.#last;
    this.#last = null;
    return value ? { done: false, value } : { done: true, value: undefined };
  }

  return(): Promise<IteratorResult<ExecutionResult>> {
    if (!this.#over) this.finish(null);
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
