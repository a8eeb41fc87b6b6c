import type { Context } from '../../../kernel/context.ts';
import { decodeId } from '../../../kernel/global-id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { inTransaction } from '../../../kernel/transaction.ts';
import type { EndSessionInput } from '../account.input.ts';
import { isAtConsole, isOwnAccount } from '../identity.policy.ts';
import { Session } from '../session.entity.ts';

/** May: whose session it is, at the console. Changes: that browser is signed out. Announces nothing. */
export async function endSession(context: Context, input: EndSessionInput): Promise<{ sessionId: string }> {
  const { viewer } = context;
  if (!isAtConsole(viewer)) throw new Refusal('NOT_ALLOWED');
  const sessionId = decodeId('Session', input.sessionId, ['input', 'sessionId']);
  return inTransaction(context, { command: 'endSession' }, async (unit) => {
    const session = await unit.em.findOne(Session, { id: sessionId, endedAt: null, expiresAt: { $gt: unit.now } });
    if (!session || !isOwnAccount(viewer, session.accountId)) {
      throw new Refusal('NOT_FOUND', { kind: 'Session' }, ['input', 'sessionId']);
    }
    session.endedAt = unit.now;
    if (sessionId === viewer.sessionId) context.setSessionCookie(null, null);
    unit.record({ account: session.accountId, session: sessionId });
    return { sessionId };
  });
}
