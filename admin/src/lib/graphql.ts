import {
  Client,
  cacheExchange,
  fetchExchange,
  mapExchange,
  subscriptionExchange,
  type ExecutionResult,
} from '@urql/vue';
import { i18n } from './i18n.ts';
import { liveSockets } from './live-sockets.ts';

/** The one client of the page: the cookie says who, `Accept-Language` in which words. */
export function makeClient(onSignedOut: () => void): Client {
  const sockets = liveSockets(onSignedOut);
  return new Client({
    url: '/graphql',
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    fetchOptions: () => ({ headers: { 'accept-language': i18n.global.locale.value } }),
    exchanges: [
      mapExchange({
        onResult: (result) => {
          const { error, operation } = result;
          const isSignedOut = error?.graphQLErrors.some(({ extensions }) => extensions['code'] === 'NOT_SIGNED_IN');
          if (isSignedOut === true && operation.kind !== 'mutation') onSignedOut();
          // Refused as a whole, the server says `data: null`; to every page that is the same as nothing yet.
          return result.data === null ? { ...result, data: undefined } : result;
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
