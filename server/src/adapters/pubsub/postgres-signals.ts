import pg from 'pg';
import type { Logger } from 'pino';
import type { Database } from '../../kernel/database.ts';
import { liveTopics, type LiveTopic } from '../../kernel/live.ts';
import type { SignalListener, Signals } from '../../kernel/ports.ts';

const movedChannel = 'veche_moved';
const rightsChannel = 'veche_rights';
/** Well below the 8 000 bytes that a notification may carry. */
const assembliesEach = 100;
const pulseMs = 10_000;

/**
 * Signals over LISTEN/NOTIFY. What is told gathers for a moment and goes out in a statement of its own, since a
 * notification inside every casting transaction would make them wait for one another. One connection listens; when it is
 * lost, another is made, and the listener is told that it may have missed something.
 */
export class PostgresSignals implements Signals {
  readonly #database: Database;
  readonly #url: string;
  readonly #log: Logger;
  readonly #gapMs: number;
  readonly #listeners: SignalListener[] = [];
  readonly #untold = new Map<string, Set<LiveTopic>>();
  #telling: NodeJS.Timeout | null = null;
  #toldAt = 0;
  #client: pg.Client | null = null;
  #pulse: NodeJS.Timeout | null = null;
  #again: NodeJS.Timeout | null = null;
  #attempts = 0;
  #stopped = false;

  /** What happens within `gapMs` is told once. */
  constructor(database: Database, url: string, log: Logger, gapMs = 50) {
    this.#database = database;
    this.#url = url;
    this.#log = log;
    this.#gapMs = gapMs;
  }

  async start(): Promise<void> {
    await this.#connect();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    if (this.#telling) clearTimeout(this.#telling);
    if (this.#again) clearTimeout(this.#again);
    await this.#tellAll();
    await this.#letGo();
  }

  hear(listener: SignalListener): void {
    this.#listeners.push(listener);
  }

  tell(topic: LiveTopic, assemblyId: string): void {
    const topics = this.#untold.get(assemblyId);
    if (topics) topics.add(topic);
    else this.#untold.set(assemblyId, new Set([topic]));
    this.#tellSoon();
  }

  #tellSoon(): void {
    if (this.#telling || this.#stopped) return;
    const wait = Math.max(0, this.#toldAt + this.#gapMs - performance.now());
    this.#telling = setTimeout(() => void this.#tellAll(), wait);
  }

  async #tellAll(): Promise<void> {
    this.#telling = null;
    this.#toldAt = performance.now();
    const untold = [...this.#untold];
    if (untold.length === 0) return;
    this.#untold.clear();
    const words = untold.map(([assemblyId, topics]) => `${assemblyId}:${[...topics].join()}`);
    const payloads: string[] = [];
    while (words.length > 0) payloads.push(words.splice(0, assembliesEach).join(';'));
    try {
      await this.#database.read(
        `select pg_notify('${movedChannel}', payload) from unnest($1::text[]) as payload`,
        [payloads],
        'tell-signals',
      );
    } catch (error) {
      if (this.#stopped) return;
      this.#log.warn({ err: error }, 'a signal could not be told yet');
      for (const [assemblyId, topics] of untold) for (const topic of topics) this.tell(topic, assemblyId);
    }
  }

  async #connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.#url,
      application_name: 'veche live',
      keepAlive: true,
      query_timeout: pulseMs / 2,
    });
    client.on('notification', ({ channel, payload = '' }) => this.#heard(channel, payload));
    // Whatever ends the connection, it is made anew.
    client.on('error', () => void this.#lost(client));
    client.on('end', () => void this.#lost(client));
    this.#client = client;
    await client.connect();
    await client.query(`listen ${rightsChannel}; listen ${movedChannel}`);
    // A connection that died without a word is noticed by its silence.
    this.#pulse = setInterval(() => {
      client.query('select 1').catch(() => void this.#lost(client));
    }, pulseMs);
    this.#attempts = 0;
  }

  async #lost(client: pg.Client): Promise<void> {
    if (this.#client !== client || this.#stopped) return;
    await this.#letGo();
    const wait = Math.min(5000, 50 * 2 ** this.#attempts);
    this.#attempts += 1;
    this.#log.warn('the listener lost its connection and makes another');
    this.#again = setTimeout(() => void this.#reconnect(), wait);
  }

  async #reconnect(): Promise<void> {
    try {
      await this.#connect();
      for (const listener of this.#listeners) listener.missed();
    } catch {
      if (this.#client) await this.#lost(this.#client);
    }
  }

  async #letGo(): Promise<void> {
    const client = this.#client;
    this.#client = null;
    if (this.#pulse) clearInterval(this.#pulse);
    this.#pulse = null;
    if (!client) return;
    try {
      await client.end();
    } catch {
      // It is gone already.
    }
  }

  #heard(channel: string, payload: string): void {
    if (channel === rightsChannel) {
      for (const listener of this.#listeners) listener.rightsChanged(payload === '*' ? null : payload);
      return;
    }
    for (const word of payload.split(';')) {
      const [assemblyId = '', topics = ''] = word.split(':');
      const told = topics.split(',');
      for (const topic of liveTopics.filter((one) => told.includes(one))) {
        for (const listener of this.#listeners) listener.moved(topic, assemblyId);
      }
    }
  }
}
