import { randomUUID } from 'node:crypto';
import type { Context, World } from './context.ts';
import { clockwork } from './viewer.ts';

/** The process acting by itself, at a time the law sets. */
export function clockworkContext(world: World): Context {
  return {
    ...world,
    viewer: clockwork,
    receivedAt: world.clock.now(),
    requestId: randomUUID(),
    address: '',
    locale: 'ru',
    setSessionCookie: () => undefined,
  };
}
