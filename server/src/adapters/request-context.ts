import type { IncomingHttpHeaders } from 'node:http';
import type { Context, World } from '../kernel/context.ts';
import type { Locale, Viewer } from '../kernel/viewer.ts';
import { anonymous } from '../kernel/viewer.ts';

export const sessionCookie = 'veche_session';

/** Finds who a secret belongs to; the identity module's finder behind a port. */
export interface ViewerSource {
  bySession(secret: string): Promise<Viewer>;
  byToken(token: string): Promise<Viewer>;
}

export interface RequestFacts {
  readonly headers: IncomingHttpHeaders;
  readonly cookies: Readonly<Record<string, string | undefined>>;
  readonly receivedAt: number;
  readonly requestId: string;
  readonly address: string;
  readonly setSessionCookie: Context['setSessionCookie'];
}

export async function makeContext(world: World, viewers: ViewerSource, request: RequestFacts): Promise<Context> {
  const viewer = await findViewer(viewers, request);
  return {
    ...world,
    viewer,
    receivedAt: request.receivedAt,
    requestId: request.requestId,
    address: request.address,
    userAgent: request.headers['user-agent']?.slice(0, 300) ?? null,
    locale: (viewer.kind === 'SIGNED_IN' ? viewer.locale : null) ?? localeOf(request.headers['accept-language']),
    setSessionCookie: request.setSessionCookie,
  };
}

async function findViewer(viewers: ViewerSource, request: RequestFacts): Promise<Viewer> {
  const { authorization } = request.headers;
  if (authorization !== undefined) {
    const [scheme, token] = authorization.split(' ');
    return scheme?.toLowerCase() === 'bearer' && token !== undefined ? viewers.byToken(token) : anonymous;
  }
  const secret = request.cookies[sessionCookie];
  return secret === undefined ? anonymous : viewers.bySession(secret);
}

/** Russian first; English when it is asked for before Russian. */
export function localeOf(acceptLanguage: string | undefined): Locale {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => part.trim().slice(0, 2).toLowerCase())
    .find((language) => language === 'ru' || language === 'en');
  return wanted === 'en' ? 'en' : 'ru';
}
