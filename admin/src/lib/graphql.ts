import {
  Client,
  cacheExchange,
  fetchExchange,
  mapExchange,
  subscriptionExchange,
  type ExecutionResult,
} from '@urql/vue';
import { createClient } from 'graphql-ws';
import { i18n } from './i18n.ts';

/** The one client of the page: the cookie says who, `Accept-Language` in which words. */
export function makeClient(onSignedOut: () => void): Client {
  const sockets = createClient({ url: socketUrl(location), lazy: true, retryAttempts: Number.POSITIVE_INFINITY });
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

function socketUrl({ protocol, host }: { readonly protocol: string; readonly host: string }): string {
  return `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/graphql`;
}
