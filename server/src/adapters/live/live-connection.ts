import type { Socket } from 'node:net';
import type { WebSocket } from 'ws';
import type { Context } from '../../kernel/context.ts';
import type { SignedIn } from '../../kernel/viewer.ts';

/** Closed because the session or the token is over; a client asks its person to sign in. */
const unauthorized = 4401;

/** One socket and who is behind it. Who that is was read from the database, and is read again whenever it may have changed. */
export class LiveConnection {
  readonly socket: WebSocket;
  /** What carries it; whole frames are written to it directly. Nothing else of ours is ever half written there. */
  readonly wire: Socket;
  readonly #ask: () => Promise<Context>;
  #context: Context;
  /** Kept beside the context: it is asked for with every event to every reader. */
  #viewer: SignedIn | null;
  #group: string;
  #asking: Promise<boolean> | null = null;
  #stale = false;
  /** Rises when a look at who this is finds other rights; a reader compares it with the one its own right rests on. */
  look = 1;

  constructor(socket: WebSocket, wire: Socket, context: Context, ask: () => Promise<Context>) {
    this.socket = socket;
    this.wire = wire;
    this.#ask = ask;
    this.#context = context;
    this.#viewer = viewerOf(context);
    this.#group = groupOf(context);
  }

  get context(): Context {
    return this.#context;
  }

  get viewer(): SignedIn | null {
    return this.#viewer;
  }

  /** Readers of one group have the same roles, scopes and language. */
  get group(): string {
    return this.#group;
  }

  doubt(): void {
    this.#stale = true;
  }

  isDoubtful(): boolean {
    const standsUntil = this.#viewer?.standsUntil;
    return this.#stale || (standsUntil !== undefined && this.#context.clock.now() >= standsUntil);
  }

  /** Asks again who this is; a socket whose session or token is over is closed. */
  async confirm(): Promise<boolean> {
    if (!this.isDoubtful()) return this.viewer !== null;
    this.#asking ??= this.#confirm().finally(() => {
      this.#asking = null;
    });
    return this.#asking;
  }

  async #confirm(): Promise<boolean> {
    const before = this.viewer;
    // Doubt that comes while it is being asked is not answered by this.
    this.#stale = false;
    const context = await this.#ask();
    const group = groupOf(context);
    const acting = context.viewer.kind === 'SIGNED_IN' ? context.viewer.actorIds.join() : '';
    if (group !== this.#group || acting !== before?.actorIds.join()) this.look += 1;
    this.#context = context;
    this.#viewer = viewerOf(context);
    this.#group = group;
    if (before !== null && context.viewer.kind !== 'SIGNED_IN') {
      this.socket.close(unauthorized, 'Signed out');
      return false;
    }
    return context.viewer.kind === 'SIGNED_IN';
  }
}

function viewerOf({ viewer }: Context): SignedIn | null {
  return viewer.kind === 'SIGNED_IN' ? viewer : null;
}

function groupOf({ viewer, locale }: Context): string {
  if (viewer.kind !== 'SIGNED_IN') return viewer.kind;
  const grants = viewer.grants
    .map((grant) => [grant.role, grant.organisationId, grant.houseId, grant.assemblyId].join('/'))
    .toSorted();
  const scopes = viewer.scopes === 'ALL' ? 'ALL' : [...viewer.scopes].toSorted().join();
  return [locale, scopes, ...grants].join(' ');
}
