import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';
import {
  createSourceEventStream,
  getOperationAST,
  GraphQLError,
  Kind,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer, type WebSocket } from 'ws';
import { accessRuleOf, type AccessRule } from '../kernel/access.ts';
import type { Context, World } from '../kernel/context.ts';
import { LiveStream, type LiveSource } from '../kernel/live.ts';
import { describeError } from './graphql-errors.ts';
import { costOf, rateLimited, type CostBuckets } from './graphql-limits.ts';
import { LiveConnection } from './live/live-connection.ts';
import type { LiveHub } from './live/live-hub.ts';
import { LiveOperations, type LiveOperation } from './live/live-operation.ts';
import { maskErrors } from './live/shared-execution.ts';
import { isOwnPage, OpenCount, type DoorLimits } from './live/socket-door.ts';
import { localeOf, makeContext, type ViewerSource } from './request-context.ts';

export interface SocketParts {
  readonly world: World;
  readonly schema: GraphQLSchema;
  readonly viewers: ViewerSource;
  readonly hub: LiveHub;
  readonly buckets: CostBuckets;
  readonly limits: DoorLimits;
  /** Every socket is asked for a sign of life; one that gives none until the next time is dropped. */
  readonly heartbeatMs: number;
  readonly allowedOrigins: () => readonly string[];
  readonly addressOf: (request: IncomingMessage) => string;
  readonly parseCookies: (header: string) => Readonly<Record<string, string | undefined>>;
}

/** What the server knows of a socket before it says who it is. */
interface Arrival {
  readonly address: string;
  readonly ownPage: boolean;
  connection: LiveConnection | null;
}

interface SubscriptionContext extends Context {
  readonly live: { readonly connection: LiveConnection; readonly operation: LiveOperation; readonly id: string };
}

const tooMany = 4429;

/**
 * graphql-ws on the same path as HTTP. It goes past Apollo, so the limits, the masking and the Origin check stand here
 * again. Events are not sent through it: the hub writes them, shared by all who read the same.
 */
export function serveSockets(http: FastifyInstance, parts: SocketParts): { close: () => Promise<void> } {
  const { limits, hub, world } = parts;
  // Without compression: whole frames go to the wire past it.
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload: limits.messageBytes });
  const perAddress = new OpenCount(limits.perAddress);
  const perAccount = new OpenCount(limits.perAccount);
  const arrivals = new WeakMap<IncomingMessage, Arrival>();
  const operations = new LiveOperations(parts.schema);

  http.server.on('upgrade', (request, socket, head) => {
    // From here on nobody else hears it: a refused client that resets its end would end the process.
    socket.on('error', () => socket.destroy());
    const refuse = (status: string): void => {
      socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\n\r\n`);
    };
    if ((request.url ?? '').split('?')[0] !== '/graphql') {
      refuse('404 Not Found');
      return;
    }
    const address = parts.addressOf(request);
    if (!perAddress.enter(address)) {
      refuse('429 Too Many Requests');
      return;
    }
    socket.once('close', () => {
      perAddress.leave(address);
    });
    const ownPage = isOwnPage(request, parts.allowedOrigins());
    arrivals.set(request, { address, ownPage, connection: null });
    sockets.handleUpgrade(request, socket, head, (client) => sockets.emit('connection', client, request));
  });

  const arrivalOf = (request: IncomingMessage): Arrival => {
    const arrival = arrivals.get(request);
    if (!arrival) throw new Error('a socket that did not come through the door');
    return arrival;
  };
  const requestOf = (headers: IncomingHttpHeaders): Parameters<typeof describeError>[2] => ({
    requestId: randomUUID(),
    locale: localeOf(headers['accept-language']),
    log: world.log,
  });

  const disposable = useServer(
    {
      schema: parts.schema,
      subscribe: async (args) => subscribe(parts, args),
      onConnect: async ({ extra, connectionParams }) => {
        const { request, socket } = extra;
        const arrival = arrivalOf(request);
        const authorization = connectionParams?.['authorization'] ?? connectionParams?.['Authorization'];
        const token = typeof authorization === 'string' ? authorization : undefined;
        // Closes with 4403.
        if (!arrival.ownPage && token === undefined) return false;
        const ask = async (): Promise<Context> => contextOfSocket(parts, request, arrival, token);
        const connection = new LiveConnection(socket, request.socket, await ask(), ask);
        const { viewer } = connection;
        if (viewer && !perAccount.enter(viewer.accountId)) {
          socket.close(tooMany, 'Too many sockets of one account');
          return true;
        }
        arrival.connection = connection;
        if (viewer) follow(hub, perAccount, socket, connection, viewer.accountId);
        return true;
      },
      onSubscribe: async ({ extra, subscriptions }, id, payload) => {
        const { connection, address } = arrivalOf(extra.request);
        try {
          if (!connection || Object.keys(subscriptions).length > limits.subscriptionsEach) {
            return [rateLimited(`A socket carries at most ${String(limits.subscriptionsEach)} subscriptions.`)];
          }
          const operation = operations.read(payload);
          if (!('key' in operation)) return operation;
          await connection.confirm();
          const { context, viewer } = connection;
          const asked = costOf(parts.schema, operation.document, operation.variables, operation.operationName);
          const who = viewer ? `${viewer.accountId}/${viewer.tokenId ?? ''}` : address;
          if (!parts.buckets.spend(who, asked, Date.now()).ok) {
            return [rateLimited('Too much was asked in a short time: try again later.')];
          }
          const contextValue: SubscriptionContext = {
            ...context,
            requestId: randomUUID(),
            receivedAt: world.clock.now(),
            live: { connection, operation, id },
          };
          const { document, variables, operationName } = operation;
          return { schema: parts.schema, document, variableValues: variables, operationName, contextValue };
        } catch (error) {
          if (error instanceof GraphQLError) return [error];
          throw error;
        }
      },
      onError: ({ extra }, _id, _payload, errors) => {
        const request = requestOf(extra.request.headers);
        return errors.map((error) => describeError(error, error.toJSON(), request));
      },
      onNext: ({ extra }, _id, _payload, _args, result) =>
        maskErrors(result as ExecutionResult, requestOf(extra.request.headers)),
    },
    sockets,
    parts.heartbeatMs,
  );
  return {
    close: async () => {
      hub.stop();
      await disposable.dispose();
      sockets.close();
    },
  };
}

/** Until it closes, the socket of an account is counted and looked at. */
function follow(
  hub: LiveHub,
  perAccount: OpenCount,
  socket: WebSocket,
  connection: LiveConnection,
  accountId: string,
): void {
  const leave = (): void => {
    perAccount.leave(accountId);
    hub.disconnected(connection);
  };
  if (socket.readyState !== socket.OPEN) {
    perAccount.leave(accountId);
    return;
  }
  hub.connected(connection);
  socket.once('close', leave);
}

/** The field itself refuses or says where its events come from; the hub takes it from there. */
async function subscribe(
  { hub, schema }: SocketParts,
  args: ExecutionArgs,
): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult> {
  const stream = await createSourceEventStream(args);
  if (!(stream instanceof LiveStream)) return stream as ExecutionResult;
  const { live } = args.contextValue as SubscriptionContext;
  const source: LiveSource = stream.source as LiveSource;
  return hub.read({ ...live, source, rule: ruleOf(schema, live.operation) });
}

function ruleOf(schema: GraphQLSchema, { document, operationName }: LiveOperation): AccessRule {
  const [field] = getOperationAST(document, operationName)?.selectionSet.selections ?? [];
  const name = field?.kind === Kind.FIELD ? field.name.value : '';
  const rule = accessRuleOf(schema.getSubscriptionType()?.getFields()[name]?.extensions);
  if (!rule) throw new Error(`no access rule for the subscription ${name}`);
  return rule;
}

async function contextOfSocket(
  { world, viewers, parseCookies }: SocketParts,
  { headers }: IncomingMessage,
  { address, ownPage }: Arrival,
  token: string | undefined,
): Promise<Context> {
  return makeContext(world, viewers, {
    headers: token === undefined ? headers : { ...headers, authorization: token },
    cookies: ownPage ? parseCookies(headers.cookie ?? '') : {},
    receivedAt: world.clock.now(),
    requestId: randomUUID(),
    address,
    setSessionCookie: () => undefined,
  });
}
