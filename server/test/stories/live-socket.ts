import { once } from 'node:events';
import { eventually } from '../eventually.ts';
import { WebSocket } from 'ws';

export interface LiveAnswer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

interface Message {
  readonly id?: string;
  readonly type: string;
  readonly payload?: unknown;
}

/** A subscription as a client keeps it: what came, in its order. */
export class Reading<Event> {
  readonly answers: LiveAnswer[] = [];
  faults: LiveAnswer['errors'] = undefined;
  isComplete = false;
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  /** The code under which the stream was refused, at its beginning or later. */
  get refusal(): string | undefined {
    const errors = this.faults ?? this.answers.find((answer) => answer.errors)?.errors;
    return errors?.[0]?.extensions.code;
  }

  get events(): Event[] {
    return this.answers.flatMap(({ data }) => (data?.[this.#root] == null ? [] : [data[this.#root] as Event]));
  }

  /** Waits until that many events have come. */
  async atLeast(count: number): Promise<Event[]> {
    await eventually(() => {
      if (this.events.length < count) throw new Error(`${this.events.length} of ${count}: ${this.refusal ?? ''}`);
    });
    return this.events;
  }

  async until(holds: (event: Event) => boolean): Promise<Event> {
    return eventually(() => {
      const found = this.events.find(holds);
      if (!found) throw new Error(`not yet: ${JSON.stringify(this.events.at(-1))} ${this.refusal ?? ''}`);
      return found;
    });
  }
}

/** A socket of a browser or of an app, spoken to by hand. */
export class LiveSocket {
  readonly socket: WebSocket;
  readonly closed: Promise<number>;
  readonly #readings = new Map<string, Reading<never>>();
  #serial = 0;

  private constructor(url: string, headers: Record<string, string>) {
    this.socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', { headers });
    this.closed = once(this.socket, 'close').then(([code]) => code as number);
    this.socket.on('message', (text: Buffer) => this.#take(JSON.parse(text.toString()) as Message));
  }

  /** With a token in the parameters of the connection, or a cookie in its headers. */
  static async open(
    app: { readonly url: string },
    options: { token?: string; headers?: Record<string, string> } = {},
  ): Promise<LiveSocket> {
    const live = new LiveSocket(app.url, { 'accept-language': 'en', ...options.headers });
    await once(live.socket, 'open');
    const acknowledged = once(live.socket, 'message');
    const payload = options.token === undefined ? {} : { authorization: `Bearer ${options.token}` };
    live.socket.send(JSON.stringify({ type: 'connection_init', payload }));
    await Promise.race([acknowledged, live.closed]);
    return live;
  }

  read<Event>(
    root: string,
    selection: string,
    variables: { assemblyId: string; after?: number | null },
  ): Reading<Event> {
    this.#serial += 1;
    const id = String(this.#serial);
    const reading = new Reading<Event>(root);
    this.#readings.set(id, reading as Reading<never>);
    const query = `subscription ($assemblyId: ID!, $after: Int) { ${root}(assemblyId: $assemblyId, after: $after) { ${selection} } }`;
    this.socket.send(JSON.stringify({ id, type: 'subscribe', payload: { query, variables } }));
    return reading;
  }

  ask(query: string): Reading<unknown> {
    this.#serial += 1;
    const id = String(this.#serial);
    const reading = new Reading<unknown>('');
    this.#readings.set(id, reading as Reading<never>);
    this.socket.send(JSON.stringify({ id, type: 'subscribe', payload: { query } }));
    return reading;
  }

  #take({ id, type, payload }: Message): void {
    const reading = id === undefined ? undefined : this.#readings.get(id);
    if (!reading) return;
    if (type === 'next') reading.answers.push(payload as LiveAnswer);
    if (type === 'error') reading.faults = payload as LiveAnswer['errors'];
    if (type === 'complete') reading.isComplete = true;
  }

  close(): void {
    this.socket.terminate();
  }
}
