import { createClient, type Client, type FormattedExecutionResult, type Sink, type SubscribePayload } from 'graphql-ws';
import { pauseBefore } from './growing-pause.ts';
import { useConnectionStore } from './connection.store.ts';

/** The server closed it because the session is over: coming back would not help, signing in would. */
const signedOut = 4401;
const patience = 5_000;

function isClose(error: unknown): error is CloseEvent {
  return typeof error === 'object' && error !== null && 'code' in error && 'reason' in error;
}

/** Waits, but no longer than until the network is back. */
async function pause(tries: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const waiting = setTimeout(resolve, pauseBefore(tries, Math.random()));
  const hurry = (): void => {
    resolve();
  };
  addEventListener('online', hurry);
  await promise;
  removeEventListener('online', hurry);
  clearTimeout(waiting);
}

/**
 * One socket for every subscription; it comes back by itself, whatever it was closed for, except when the session is over.
 * The page is told when it is gone and when it is back.
 */
export function liveSockets(onSignedOut: () => void): Pick<Client, 'subscribe'> {
  const connection = useConnectionStore();
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let open: WebSocket | null = null;
  const client = createClient({
    url: socketUrl(location),
    lazy: true,
    keepAlive: 12_000,
    retryAttempts: Number.POSITIVE_INFINITY,
    retryWait: pause,
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
        const { code } = event as CloseEvent;
        if (code !== signedOut) connection.closed(code === 1000);
        else if (connection.isThrownOut()) onSignedOut();
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

  /** The library gives up after some closes, an internal error of the server among them; a page left open for the day must not. */
  function subscribe<Data, Extensions>(
    payload: SubscribePayload,
    sink: Sink<FormattedExecutionResult<Data, Extensions>>,
  ): () => void {
    let tries = 0;
    let isOver = false;
    let stop = (): void => undefined;
    const comeBack = async (): Promise<void> => {
      tries += 1;
      await pause(tries - 1);
      if (!isOver) begin();
    };
    function begin(): void {
      stop = client.subscribe<Data, Extensions>(payload, {
        next: (result) => {
          tries = 0;
          sink.next(result);
        },
        error: (error) => {
          if (!isClose(error)) sink.error(error);
          else if (error.code !== signedOut) void comeBack();
        },
        complete: () => {
          sink.complete();
        },
      });
    }
    begin();
    return () => {
      isOver = true;
      stop();
    };
  }
  return { subscribe };
}

function socketUrl({ protocol, host }: { readonly protocol: string; readonly host: string }): string {
  return `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/graphql`;
}
