import type { GraphQLSchema } from 'graphql';
import { mayEnter, type AccessRule } from '../../kernel/access.ts';
import type { Context, World } from '../../kernel/context.ts';
import type { LiveSource, LiveTopic } from '../../kernel/live.ts';
import type { SignalListener } from '../../kernel/ports.ts';
import { LiveAudience } from './live-audience.ts';
import type { LiveConnection } from './live-connection.ts';
import type { LiveOperation } from './live-operation.ts';
import { LiveReader } from './live-reader.ts';

export interface LiveTimes {
  /** Between two events of one stream: at most four a second. */
  readonly gapMs: number;
  /** How often every socket is asked whether its session still stands, and every stream read although nobody said a word. */
  readonly lookMs: number;
}

const rightsAgeMs = 60_000;

/** All live streams of this process: who reads what, and what moves when a signal comes. */
export class LiveHub implements SignalListener {
  readonly #world: World;
  readonly #schema: GraphQLSchema;
  readonly #times: LiveTimes;
  readonly #audiences = new Map<string, LiveAudience>();
  readonly #connections = new Set<LiveConnection>();
  #looking: NodeJS.Timeout | null = null;

  constructor(world: World, schema: GraphQLSchema, times: LiveTimes) {
    this.#world = world;
    this.#schema = schema;
    this.#times = times;
  }

  start(): void {
    this.#world.signals.hear(this);
    this.#looking = setInterval(() => this.#lookAround(), this.#times.lookMs);
  }

  stop(): void {
    if (this.#looking) clearInterval(this.#looking);
    for (const audience of this.#audiences.values()) for (const reader of audience.readers) reader.finish(null);
  }

  connected(connection: LiveConnection): void {
    this.#connections.add(connection);
  }

  disconnected(connection: LiveConnection): void {
    this.#connections.delete(connection);
  }

  read(parts: {
    readonly connection: LiveConnection;
    readonly operation: LiveOperation;
    readonly source: LiveSource;
    readonly rule: AccessRule;
    readonly id: string;
  }): LiveReader {
    const { source, rule } = parts;
    const key = keyOf(source.topic, source.assemblyId);
    const requireReader = async (context: Context): Promise<void> => {
      const refusal = mayEnter(context.viewer, rule);
      if (refusal) throw refusal;
      await source.requireReader(context);
    };
    const reader = new LiveReader({
      ...parts,
      source: { ...source, requireReader },
      leave: (leaving) => {
        this.#leave(key, leaving);
      },
    });
    let audience = this.#audiences.get(key);
    if (!audience) {
      const { gapMs } = this.#times;
      audience = new LiveAudience({ world: this.#world, schema: this.#schema, gapMs, rightsAgeMs });
      this.#audiences.set(key, audience);
    }
    audience.join(reader);
    return reader;
  }

  #leave(key: string, reader: LiveReader): void {
    const audience = this.#audiences.get(key);
    audience?.leave(reader);
    if (audience?.size === 0) this.#audiences.delete(key);
  }

  moved(topic: LiveTopic, assemblyId: string): void {
    this.#audiences.get(keyOf(topic, assemblyId))?.moved();
  }

  rightsChanged(accountId: string | null): void {
    for (const connection of this.#connections) {
      if (accountId === null) connection.doubt();
      else if (connection.viewer?.accountId === accountId) this.#lookAt(connection);
    }
    if (accountId !== null) return;
    // Whom it concerns is not known: every right is asked before the next event.
    for (const audience of this.#audiences.values()) for (const reader of audience.readers) reader.doubt();
  }

  missed(): void {
    for (const audience of this.#audiences.values()) for (const reader of audience.readers) reader.doubt();
    this.#lookAround();
  }

  #lookAround(): void {
    for (const connection of this.#connections) this.#lookAt(connection);
    for (const audience of this.#audiences.values()) audience.moved();
  }

  /** At once, not only with the next event: an ended session closes its sockets, a lost role ends its streams. */
  #lookAt(connection: LiveConnection): void {
    const { look } = connection;
    connection.doubt();
    void this.#confirm(connection, look);
  }

  async #confirm(connection: LiveConnection, look: number): Promise<void> {
    try {
      await connection.confirm();
      if (connection.look === look) return;
      for (const audience of this.#audiences.values()) if (audience.isReadOver(connection)) audience.moved();
    } catch (error) {
      connection.doubt();
      this.#world.log.error({ err: error }, 'who is behind a socket could not be asked');
    }
  }
}

function keyOf(topic: LiveTopic, assemblyId: string): string {
  return `${topic} ${assemblyId}`;
}
