import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../kernel/context.ts';
import type { HttpRoute } from '../kernel/http-route.ts';

/** The modules' own routes: bodies reach them as streams, whatever the media type claims to be. */
export async function serveRoutes(
  http: FastifyInstance,
  routes: readonly HttpRoute[],
  contextOf: (request: FastifyRequest, reply: FastifyReply) => Promise<Context>,
): Promise<void> {
  await http.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, payload, done) => {
      done(null, payload);
    });
    // What is left of a refused body is not worth reading.
    scope.addHook('onError', async (_request, reply) => {
      void reply.header('connection', 'close');
    });
    for (const { method, path, handle } of routes) {
      scope.route({
        method,
        url: path,
        handler: async (request, reply) => {
          const context = await contextOf(request, reply);
          const { status, headers, body } = await handle(context, {
            parameters: request.params as Record<string, string>,
            headers: request.headers,
            body: request.raw,
          });
          return reply
            .code(status)
            .headers(headers ?? {})
            .send(body);
        },
      });
    }
  });
}
