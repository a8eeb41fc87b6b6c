import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { RawAnswer, TestApp } from '../../harness.ts';

export interface Ask {
  readonly document: string;
  readonly variables?: Record<string, unknown>;
}

export async function post(
  app: TestApp,
  headers: Record<string, string>,
  { document, variables }: Ask,
): Promise<RawAnswer> {
  const response = await fetch(`${app.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': 'en', ...headers },
    body: JSON.stringify({ query: document, variables }),
  });
  return (await response.json()) as RawAnswer;
}

/** Over a WebSocket, as a browser would: cookies ride along, a token comes in the parameters of the connection. */
export async function firstOf(
  app: TestApp,
  headers: Record<string, string>,
  { document, variables }: Ask,
): Promise<RawAnswer> {
  class Socket extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols, { headers: headers['cookie'] === undefined ? {} : { cookie: headers['cookie'] } });
    }
  }
  const client = createClient({
    url: `${app.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: Socket,
    retryAttempts: 0,
    connectionParams: headers['authorization'] === undefined ? {} : { authorization: headers['authorization'] },
  });
  try {
    const answers = client.iterate<Record<string, unknown>>({ query: document, ...(variables ? { variables } : {}) });
    const first = await answers.next();
    await answers.return?.();
    return (first.value ?? {}) as RawAnswer;
  } catch (refused) {
    // The server refuses a subscription with its GraphQL errors.
    return { errors: refused as NonNullable<RawAnswer['errors']> };
  } finally {
    await client.dispose();
  }
}
