import type { Context } from './context.ts';

export interface HttpRequest {
  /** Of the path: `/files/:id` gives `id`. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** As it comes in, unread and without a limit: whoever reads it sets one. */
  readonly body: AsyncIterable<Uint8Array>;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** An object is sent as JSON. */
  readonly body: NodeJS.ReadableStream | Readonly<Record<string, unknown>>;
}

/** What a module offers beside GraphQL: bytes up and down. A thrown Refusal becomes its status and a JSON error. */
export interface HttpRoute {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly handle: (context: Context, request: HttpRequest) => Promise<HttpAnswer>;
}
