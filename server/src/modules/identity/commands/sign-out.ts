import type { Context } from '../../../kernel/context.ts';
import { inTransaction } from '../../../kernel/transaction.ts';
import { isAtConsole } from '../identity.policy.ts';
import { Session } from '../session.entity.ts';

/** May: anybody. Changes: the session of the cookie ends, where there is one, and the cookie goes. Announces nothing. */
export async function signOut(context: Context): Promise<{ signedOut: true }> {
  const { viewer } = context;
  context.setSessionCookie(null, null);
  if (!isAtConsole(viewer) || viewer.sessionId === null) return { signedOut: true };
  const { sessionId } = viewer;
  return inTransaction(context, { command: 'signOut' }, async (unit) => {
    await unit.em.nativeUpdate(Session, { id: sessionId, endedAt: null }, { endedAt: unit.now });
    unit.record({ account: viewer.accountId, session: sessionId });
    return { signedOut: true };
  });
}
