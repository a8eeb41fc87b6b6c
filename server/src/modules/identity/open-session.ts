import { randomBytes } from 'node:crypto';
import type { Context } from '../../kernel/context.ts';
import { newId } from '../../kernel/new-id.ts';
import type { Unit } from '../../kernel/transaction.ts';
import { accountAlone } from '../../kernel/viewer.ts';
import { Session } from './session.entity.ts';

const sessionDays = 14;

export interface OpenedSession {
  readonly sessionId: string;
  readonly endedSession: string | null;
  readonly secret: string;
  readonly expiresAt: Date;
}

/** A new session within a command; the one whose cookie came along ends, whoever it belonged to. */
export async function openSession(context: Context, unit: Unit, accountId: string): Promise<OpenedSession> {
  const endedSession = context.viewer.kind === 'SIGNED_IN' ? context.viewer.sessionId : null;
  if (endedSession !== null) {
    await unit.em.nativeUpdate(Session, { id: endedSession, endedAt: null }, { endedAt: unit.now });
  }
  const secret = randomBytes(32).toString('base64url');
  const expiresAt = new Date(unit.now.getTime() + sessionDays * 86_400_000);
  const sessionId = newId();
  unit.em.create(Session, {
    id: sessionId,
    accountId,
    secretHash: context.secrets.hash('session', secret),
    createdAt: unit.now,
    expiresAt,
    endedAt: null,
    userAgent: context.userAgent ?? null,
    address: context.address,
  });
  return { sessionId, endedSession, secret, expiresAt };
}

/** The context of somebody who has just shown who they are, for the journal: the request itself came in as nobody. */
export function asAccount(context: Context, accountId: string): Context {
  return { ...context, viewer: accountAlone(accountId) };
}
