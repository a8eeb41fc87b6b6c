import type { Logger } from 'pino';
import type { Database } from './database.ts';
import type { EventBus } from './events.ts';
import type { Clock, FileStore, Secrets, Signals, Typesetter } from './ports.ts';
import type { ScanReader } from './scan-reader.ts';
import type { Locale, Viewer } from './viewer.ts';

/** The world a process has, made once at the start. */
export interface World {
  readonly database: Database;
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly files: FileStore;
  readonly typesetter: Typesetter;
  readonly scanReader: ScanReader;
  readonly events: EventBus;
  readonly signals: Signals;
  readonly log: Logger;
  readonly settings: Settings;
}

export type LegalMode = 'STATE_SYSTEM' | 'PAPER_BACKED' | 'ADVISORY';

export interface Settings {
  /** In whose name this copy runs (art. 47.1: only a state system hosts a lawful vote with use of the system). */
  readonly legalMode: LegalMode;
  readonly publicUrl: string;
  readonly production: boolean;
}

/** The world as one request sees it: who asks, and when the server received it. */
export interface Context extends World {
  readonly viewer: Viewer;
  /** Epoch milliseconds at which the request arrived: the time that the law counts. */
  readonly receivedAt: number;
  readonly requestId: string;
  readonly address: string;
  /** What the browser calls itself; only over HTTP. */
  readonly userAgent?: string | null;
  readonly locale: Locale;
  /** Only over HTTP: sets or clears the session cookie of the answer. */
  readonly setSessionCookie: (token: string | null, expiresAt: Date | null) => void;
}
