import { randomUUID } from 'node:crypto';
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify';
import cookie from '@fastify/cookie';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import type { Context, World } from '../kernel/context.ts';
import type { HttpRoute } from '../kernel/http-route.ts';
import { Refusal } from '../kernel/refusal.ts';
import { wordRefusal } from '../kernel/refusal-words.ts';
import { trustOf, type TrustedProxies } from './client-address.ts';
import { describeError } from './graphql-errors.ts';
import { bucket, costOf, limitRules, maxTokens, type CostBuckets } from './graphql-limits.ts';
import type { Metrics } from './metrics.ts';
import { serveRoutes } from './http-routes.ts';
import { localeOf, makeContext, sessionCookie, type ViewerSource } from './request-context.ts';
import { contentPolicy, serveConsole } from './static.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Epoch milliseconds at which the first byte of the request was seen: the time that the law counts. */
    receivedAt: number;
  }
}

export interface HttpParts {
  readonly world: World;
  readonly schema: GraphQLSchema;
  readonly viewers: ViewerSource;
  readonly metrics: Metrics;
  /** Shared with the sockets: one purse for everything an account asks. */
  readonly buckets: CostBuckets;
  /** What modules offer beside GraphQL. */
  readonly routes: readonly HttpRoute[];
  /** The folder of the built console. */
  readonly consoleFolder: string;
  readonly secureCookies: boolean;
  readonly trustProxy: TrustedProxies;
  /** Answers /readyz: a sentence when not ready. */
  readonly notReady: () => Promise<string | null>;
}

export async function makeHttp(parts: HttpParts): Promise<{ http: FastifyInstance; apollo: ApolloServer<Context> }> {
  const { world } = parts;
  const http = fastify({
    bodyLimit: 1024 * 1024,
    trustProxy: trustOf(parts.trustProxy),
    genReqId: () => randomUUID(),
    forceCloseConnections: 'idle',
    routerOptions: { ignoreTrailingSlash: true },
  });
  http.decorateRequest('receivedAt', 0);
  http.addHook('onRequest', async (request, reply) => {
    request.receivedAt = world.clock.now();
    reply.headers({
      'x-request-id': request.id,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'x-frame-options': 'DENY',
      'content-security-policy': contentPolicy,
    });
  });
  http.setErrorHandler(async (error, request, reply) => answerError(world, error, request, reply));
  await http.register(cookie);

  const apollo = new ApolloServer<Context>({
    schema: parts.schema,
    introspection: true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    stopOnTerminationSignals: false,
    includeStacktraceInErrorResponses: false,
    parseOptions: { maxLexicalTokens: maxTokens },
    validationRules: limitRules,
    plugins: [
      fastifyApolloDrainPlugin(http),
      // It wraps every field, for hints that no field of ours gives.
      ApolloServerPluginCacheControlDisabled(),
      limitCost(parts),
      countOperations(parts.metrics),
    ],
  });
  await apollo.start();

  http.route({
    url: '/graphql',
    method: ['GET', 'POST'],
    handler: async (request, reply) => {
      const handler = fastifyApolloHandler(apollo, {
        context: async () => contextOf(parts, request, reply),
      });
      return handler.call(http, request, reply);
    },
  });
  await serveRoutes(http, parts.routes, async (request, reply) => contextOf(parts, request, reply));
  http.get('/healthz', async () => ({ status: 'ok' }));
  http.get('/readyz', async (_request, reply) => {
    const reason = await parts.notReady();
    return reason === null ? { status: 'ready' } : reply.code(503).send({ status: 'not ready', reason });
  });
  http.get('/metrics', async (_request, reply) =>
    reply.type(parts.metrics.registry.contentType).send(await parts.metrics.registry.metrics()),
  );
  await serveConsole(http, parts.consoleFolder);
  return { http, apollo };
}

async function contextOf(parts: HttpParts, request: FastifyRequest, reply: FastifyReply): Promise<Context> {
  return makeContext(parts.world, parts.viewers, {
    headers: request.headers,
    cookies: request.cookies,
    receivedAt: request.receivedAt,
    requestId: request.id,
    address: request.ip,
    setSessionCookie: (token, expiresAt) => {
      const options = { path: '/', httpOnly: true, sameSite: 'strict' as const, secure: parts.secureCookies };
      if (token === null || expiresAt === null) void reply.clearCookie(sessionCookie, options);
      else void reply.setCookie(sessionCookie, token, { ...options, expires: expiresAt });
    },
  });
}

/** Cost is refused before execution; what was asked and what is left goes back in `extensions.cost` and headers. */
function limitCost(parts: HttpParts): ApolloServerPlugin<Context> {
  const { buckets } = parts;
  return {
    requestDidStart: async () => {
      let spent: { asked: number; left: number } | null = null;
      return {
        didResolveOperation: async ({ document, request, contextValue, operationName }) => {
          const asked = costOf(parts.schema, document, request.variables ?? {}, operationName ?? undefined);
          const { viewer } = contextValue;
          const who =
            viewer.kind === 'SIGNED_IN' ? `${viewer.accountId}/${viewer.tokenId ?? ''}` : contextValue.address;
          const { ok, left } = buckets.spend(who, asked, Date.now());
          spent = { asked, left };
          if (!ok) {
            const seconds = Math.ceil((asked - left) / bucket.perSecond);
            throw new GraphQLError(`Too much was asked in a short time: try again in ${seconds} s.`, {
              extensions: {
                code: 'RATE_LIMITED',
                http: { status: 429, headers: new Map([['retry-after', String(seconds)]]) },
              },
            });
          }
        },
        willSendResponse: async ({ response, errors, contextValue }) => {
          if (response.body.kind !== 'single') return;
          const { singleResult } = response.body;
          if (spent) {
            singleResult.extensions = {
              ...singleResult.extensions,
              cost: { ...spent, restoredPerSecond: bucket.perSecond },
            };
            response.http.headers.set('x-cost-asked', String(spent.asked));
            response.http.headers.set('x-cost-left', String(spent.left));
          }
          if (errors && singleResult.errors) {
            const { locale, requestId } = contextValue;
            singleResult.errors = singleResult.errors.map((formatted, at) =>
              describeError(errors[at], formatted, { locale, requestId, log: parts.world.log }),
            );
          }
        },
      };
    },
  };
}

function countOperations(metrics: Metrics): ApolloServerPlugin<Context> {
  return {
    requestDidStart: async () => {
      const started = performance.now();
      return {
        willSendResponse: async ({ operation, errors }) => {
          metrics.operations.observe(
            { kind: operation?.operation ?? 'none', outcome: errors ? 'error' : 'ok' },
            (performance.now() - started) / 1000,
          );
        },
      };
    },
  };
}

async function answerError(
  world: World,
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const locale = localeOf(request.headers['accept-language']);
  if (error instanceof Refusal) {
    const status = {
      NOT_SIGNED_IN: 401,
      NOT_ALLOWED: 403,
      SCOPE_MISSING: 403,
      FILE_MISSING: 404,
      NOT_FOUND: 404,
      FILE_TOO_LARGE: 413,
    } as Record<string, number>;
    return reply
      .code(status[error.code] ?? 400)
      .send({ code: error.code, message: wordRefusal(error, locale), requestId: request.id });
  }
  const status = (error as { statusCode?: number }).statusCode ?? 500;
  if (status < 500)
    return reply.code(status).send({ code: 'BAD_REQUEST', message: (error as Error).message, requestId: request.id });
  // A line that broke in the middle of a body is nobody's mistake here; the sender goes on where it was.
  if (request.raw.destroyed && !request.raw.complete) {
    world.log.info({ requestId: request.id }, 'a request broke off');
    return reply.code(400).send();
  }
  world.log.error({ err: error, requestId: request.id }, 'unexpected error');
  return reply.code(500).send({
    code: 'INTERNAL',
    message: locale === 'ru' ? 'Внутренняя ошибка.' : 'Internal error.',
    requestId: request.id,
  });
}
