import { randomUUID } from 'node:crypto';
import type { Context, World } from './context.ts';
import { accountAlone, clockwork, type Viewer } from './viewer.ts';

function contextOf(world: World, viewer: Viewer): Context {
  return {
    ...world,
    viewer,
    receivedAt: world.clock.now(),
    requestId: randomUUID(),
    address: '',
    locale: 'ru',
    setSessionCookie: () => undefined,
  };
}

/** The process acting by itself, at a time the law sets. */
export const clockworkContext = (world: World): Context => contextOf(world, clockwork);

/** The process going on with what somebody asked for, whether they are still connected or not. */
export const backgroundContext = (world: World, accountId: string): Context =>
  contextOf(world, accountAlone(accountId));
