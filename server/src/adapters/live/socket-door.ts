import type { IncomingMessage } from 'node:http';

export interface DoorLimits {
  readonly perAddress: number;
  readonly perAccount: number;
  readonly subscriptionsEach: number;
  readonly messageBytes: number;
}

/** A house behind one address of its provider is many people; one account is one person with some pages open. */
export const doorLimits: DoorLimits = {
  perAddress: 2000,
  perAccount: 50,
  subscriptionsEach: 30,
  messageBytes: 64 * 1024,
};

/** Counts what is open under a name, and lets no more in than the limit. */
export class OpenCount {
  readonly #open = new Map<string, number>();
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  enter(name: string): boolean {
    const open = this.#open.get(name) ?? 0;
    if (open >= this.#limit) return false;
    this.#open.set(name, open + 1);
    return true;
  }

  leave(name: string): void {
    const open = (this.#open.get(name) ?? 1) - 1;
    if (open > 0) this.#open.set(name, open);
    else this.#open.delete(name);
  }
}

/**
 * Whether the page that opens the socket is ours, or no page at all. Cookies ride along with a socket that a foreign page
 * opens, so from there only a token is believed, which a foreign page would have to know.
 */
export function isOwnPage({ headers }: IncomingMessage, allowed: readonly string[]): boolean {
  const { origin, host } = headers;
  if (origin === undefined || allowed.includes(origin)) return true;
  return URL.canParse(origin) && host !== undefined && new URL(origin).host === host;
}
