import {
  Client,
  cacheExchange,
  fetchExchange,
  mapExchange,
  subscriptionExchange,
  type ExecutionResult,
} from '@urql/vue';
import { createClient, type Client as SocketClient } from 'graphql-ws';
import { useConnectionStore } from './connection.store.ts';
import { i18n } from './i18n.ts';

/** The one client of the page: the cookie says who, `Accept-Language` in which words. */
export function makeClient(onSignedOut: () => void): Client {
  const sockets = liveSockets();
  return new Client({
    url: '/graphql',
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    fetchOptions: () => ({ headers: { 'accept-language': i18n.global.locale.value } }),
    exchanges: [
      mapExchange({
        onResult: ({ error, operation }) => {
          const isSignedOut = error?.graphQLErrors.some(({ extensions }) => extensions['code'] === 'NOT_SIGNED_IN');
          if (isSignedOut === true && operation.kind === 'query') onSignedOut();
        },
      }),
      cacheExchange,
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: ({ query, variables }) => ({
          subscribe: (sink) => ({
            unsubscribe: sockets.subscribe(
              { query: query ?? '', variables: variables as Record<string, unknown> },
              { next: (result) => sink.next(result as ExecutionResult), error: sink.error, complete: sink.complete },
            ),
          }),
        }),
      }),
    ],
  });
}

const patience = 5_000;

/** One socket for every subscription; it comes back by itself, and the page is told when it is gone. */
function liveSockets(): SocketClient {
  const connection = useConnectionStore();
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let open: WebSocket | null = null;
  return createClient({
    url: socketUrl(location),
    lazy: true,
    keepAlive: 12_000,
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => true,
    on: {
      opened: (socket) => {
        open = socket as WebSocket;
      },
      connected: () => {
        connection.opened();
      },
      closed: (event) => {
        clearTimeout(waiting);
        connection.closed((event as CloseEvent).code === 1000);
      },
      // A network that dies silently closes nothing: whoever does not answer a ping is gone.
      ping: (received) => {
        if (!received) waiting = setTimeout(() => open?.close(4408, 'no pong'), patience);
      },
      pong: (received) => {
        if (received) clearTimeout(waiting);
      },
    },
  });
}

function socketUrl({ protocol, host }: { readonly protocol: string; readonly host: string }): string {
  return `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/graphql`;
}
