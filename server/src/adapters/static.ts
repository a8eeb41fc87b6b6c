import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Everything from here, nothing inline: what a page of the console may load and run. */
export const contentPolicy = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "frame-ancestors 'none'",
  "base-uri 'self'",
  "form-action 'self'",
].join('; ');

/** A file with a hash in its name is that file for ever; all others are asked for again. */
const hashed = /(^|[/\\])(assets[/\\].+-[\w-]{8}|(chunk|worker)-[A-Z0-9]{8})\.\w+(\.gz)?$/;

/** The built console and, beside it, the explorer of the API. Without a build there is only the API. */
export async function serveConsole(http: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(join(folder, 'index.html'))) return;
  await http.register(fastifyStatic, {
    root: folder,
    index: false,
    redirect: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      void reply.header('cache-control', hashed.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  http.get('/', async (_request, reply) => reply.sendFile('index.html'));
  http.get('/explorer', async (_request, reply) => reply.sendFile('explorer/index.html'));
  // The paths of the console's pages are known to the console alone.
  http.setNotFoundHandler(async (request, reply) => {
    if (isPage(request)) return reply.sendFile('index.html');
    return notFound(request, reply);
  });
}

function isPage({ method, headers, url }: FastifyRequest): boolean {
  const isReading = method === 'GET' || method === 'HEAD';
  const [path = ''] = url.split('?');
  return isReading && (headers.accept ?? '').includes('text/html') && !/\.\w+$/.test(path);
}

async function notFound(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  return reply.code(404).send({ code: 'NOT_FOUND', message: 'There is nothing here.', requestId: request.id });
}
