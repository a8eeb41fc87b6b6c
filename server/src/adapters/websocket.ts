import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyInstance } from 'fastify';
import {
  createSourceEventStream,
  execute,
  GraphQLError,
  parse,
  specifiedRules,
  validate,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import type { Context, World } from '../kernel/context.ts';
import { LiveStream, type LiveEvent, type LiveSource } from '../kernel/live.ts';
import { describeError } from './graphql-errors.ts';
import { costOf, limitRules, maxTokens } from './graphql-limits.ts';
import { localeOf, makeContext, type ViewerSource } from './request-context.ts';

export interface SocketParts {
  readonly world: World;
  readonly schema: GraphQLSchema;
  readonly viewers: ViewerSource;
  readonly allowedOrigins: () => readonly string[];
  readonly parseCookies: (header: string) => Readonly<Record<string, string | undefined>>;
}

/**
 * graphql-ws on the same path as HTTP. It goes past Apollo, so the limits, the masking and the Origin check stand here
 * again: cookies ride along with a socket that a foreign page opens.
 */
export function serveSockets(http: FastifyInstance, parts: SocketParts): { close: () => Promise<void> } {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 256 * 1024 });
  http.server.on('upgrade', (request, socket, head) => {
    const path = (request.url ?? '').split('?')[0];
    const { origin } = request.headers;
    if (path !== '/graphql' || (origin !== undefined && !parts.allowedOrigins().includes(origin))) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (client) => sockets.emit('connection', client, request));
  });
  const disposable = useServer(
    {
      schema: parts.schema,
      subscribe: async (args) => renewingSubscription(args),
      onSubscribe: async (ctx, _id, payload) => {
        try {
          const document = parse(payload.query, { maxLexicalTokens: maxTokens });
          const errors = validate(parts.schema, document, [...specifiedRules, ...limitRules]);
          if (errors.length > 0) return errors;
          costOf(parts.schema, document, payload.variables ?? {}, payload.operationName ?? undefined);
          return {
            schema: parts.schema,
            document,
            variableValues: payload.variables,
            operationName: payload.operationName,
            contextValue: await contextOfSocket(parts, ctx.extra.request, ctx.connectionParams),
          };
        } catch (error) {
          if (error instanceof GraphQLError) return [error];
          throw error;
        }
      },
      onError: (ctx, _id, _payload, errors) => {
        const request = {
          requestId: randomUUID(),
          locale: localeOf(ctx.extra.request.headers['accept-language']),
          log: parts.world.log,
        };
        return errors.map((error) => describeError(error, error as never, request));
      },
      onNext: (ctx, _id, _payload, _args, result) => {
        if (!result.errors) return undefined;
        const request = {
          requestId: randomUUID(),
          locale: localeOf(ctx.extra.request.headers['accept-language']),
          log: parts.world.log,
        };
        return {
          ...result,
          errors: result.errors.map((error) => describeError(error, error as never, request)),
        } as never;
      },
    },
    sockets,
  );
  return {
    close: async () => {
      await disposable.dispose();
      sockets.close();
    },
  };
}

async function contextOfSocket(
  parts: SocketParts,
  request: { headers: IncomingHttpHeaders; socket: { remoteAddress?: string | undefined } },
  connectionParams: Readonly<Record<string, unknown>> | undefined,
): Promise<SocketContext> {
  const authorization = connectionParams?.['authorization'] ?? connectionParams?.['Authorization'];
  const context = await makeContext(parts.world, parts.viewers, {
    headers: typeof authorization === 'string' ? { ...request.headers, authorization } : request.headers,
    cookies: parts.parseCookies(request.headers.cookie ?? ''),
    receivedAt: parts.world.clock.now(),
    requestId: randomUUID(),
    address: request.socket.remoteAddress ?? '',
    setSessionCookie: () => undefined,
  });
  return { ...context, renew: async () => contextOfSocket(parts, request, connectionParams) };
}

interface SocketContext extends Context {
  /** Asks again who this is: what was revoked a moment ago sees nothing more. */
  readonly renew: () => Promise<SocketContext>;
}

/** Every event is executed in a context of its own: rights are asked again, and nothing stale is remembered. */
async function renewingSubscription(
  args: ExecutionArgs,
): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult> {
  const stream = await createSourceEventStream(args);
  if (!(stream instanceof LiveStream)) return stream as ExecutionResult;
  const events = eventsOf(args.contextValue as SocketContext, stream.source);
  const renewing: AsyncIterableIterator<ExecutionResult> = {
    next: async () => {
      const event = await events.next();
      if (event.done === true) return { done: true, value: undefined };
      const contextValue = await (args.contextValue as SocketContext).renew();
      return { done: false, value: await execute({ ...args, rootValue: event.value, contextValue }) };
    },
    // Not behind a waiting `next`: a socket that closes lets go at once.
    return: async () => {
      await events.return(undefined);
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]: () => renewing,
  };
  return renewing;
}

async function* eventsOf(context: SocketContext, source: LiveSource): AsyncGenerator<LiveEvent> {
  for (let known = source.after; ; ) {
    const event = await source.read(context, known, false);
    if (event) {
      known = event.sequence;
      yield event;
    }
    await new Promise((resolve) => {
      setTimeout(resolve, 250);
    });
  }
}
