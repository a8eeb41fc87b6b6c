import type { LiveTopic } from './live.ts';

/** What time it is. Law is judged by it; tests and rehearsals set it. */
export interface Clock {
  /** Epoch milliseconds, never going backwards within one process. */
  now(): number;
}

/** Secrets of one purpose, all derived from one master key. */
export interface Secrets {
  /** Keyed hash (HMAC-SHA-256) for look-ups of what must not be stored readable. */
  hash(purpose: SecretPurpose, text: string): Buffer;
  /** Authenticated encryption (AES-256-GCM); the context is bound to the text and must be given again to open it. */
  seal(text: string, context: string): Buffer;
  /** Throws when the sealed text was altered or belongs to another context. */
  open(sealed: Buffer, context: string): string;
}
export type SecretPurpose =
  | 'session'
  | 'access-token'
  | 'invitation'
  | 'snils'
  | 'contact'
  | 'receipt'
  | 'sheet'
  | 'document';

/**
 * Files are stored once by the SHA-256 of their content and never altered.
 * `put` twice with the same content is one file. `read` of an unknown hash rejects with Refusal FILE_MISSING.
 */
export interface FileStore {
  put(content: AsyncIterable<Uint8Array>, limitBytes: number): Promise<{ sha256: string; size: number }>;
  read(sha256: string): Promise<NodeJS.ReadableStream>;
  /** A path on this machine where the content can be opened again and again. */
  localPath(sha256: string): Promise<string>;
}

export interface TypesetDocument {
  /** In the language of the typesetter; it reads its facts, and no file. */
  readonly source: string;
  readonly facts: Readonly<Record<string, unknown>>;
  /** The date inside the document. */
  readonly at: Date;
}

/** Sets documents. Nothing is fetched; the same source, facts and moment are the same bytes. */
export interface Typesetter {
  /** PDF/A with tags and text that can be selected. */
  pdf(document: TypesetDocument): Promise<Uint8Array>;
  /** What the document says of itself under a label, in its order, and how many pages it has. */
  measure(
    document: TypesetDocument,
    label: string,
  ): Promise<{ readonly pages: number; readonly values: readonly unknown[] }>;
}

/**
 * Tells every process on this database, this one included, that something moved. A signal says what to read again and
 * never what it is; many may become one. It is told after the commit and never inside it.
 */
export interface Signals {
  tell(topic: LiveTopic, assemblyId: string): void;
  hear(listener: SignalListener): void;
}

/** Signals come in the order of the commits they follow. */
export interface SignalListener {
  moved(topic: LiveTopic, assemblyId: string): void;
  /** Rights of an account, or with null of anybody, have changed: before any later signal of what they reach. */
  rightsChanged(accountId: string | null): void;
  /** Signals may have been lost: everything is to be read again. */
  missed(): void;
}
