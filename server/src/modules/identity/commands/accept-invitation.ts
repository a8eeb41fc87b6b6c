import { LockMode } from '@mikro-orm/postgresql';
import type { Context } from '../../../kernel/context.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { inTransaction } from '../../../kernel/transaction.ts';
import { Account } from '../account.entity.ts';
import type { AcceptInvitationInput } from '../account.input.ts';
import { Invitation } from '../invitation.entity.ts';
import { asAccount, openSession } from '../open-session.ts';
import { hashNewPassword } from '../password.ts';

/**
 * May: whoever holds the secret, once. Changes: the account gets its password and is active, and its first session
 * begins. Announces nothing.
 */
export async function acceptInvitation(context: Context, input: AcceptInvitationInput): Promise<{ login: string }> {
  const invalid = new Refusal('INVITATION_INVALID', {}, ['input', 'secret']);
  const secretHash = context.secrets.hash('invitation', input.secret.trim());
  const known = await context.database.em().findOne(Invitation, { secretHash });
  if (!known) throw invalid;
  const { accountId } = known;
  const answer = await inTransaction(asAccount(context, accountId), { command: 'acceptInvitation' }, async (unit) => {
    const invitation = await unit.em.findOne(
      Invitation,
      { id: known.id, acceptedAt: null, revokedAt: null, expiresAt: { $gt: unit.now } },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    const account = await unit.em.findOne(Account, { id: accountId, blockedAt: null });
    if (!invitation || !account) throw invalid;
    account.passwordHash = await hashNewPassword(input.password, account.login, ['input', 'password']);
    invitation.acceptedAt = unit.now;
    const session = await openSession(context, unit, accountId);
    unit.record({
      account: accountId,
      invitation: invitation.id,
      session: session.sessionId,
      endedSession: session.endedSession,
    });
    return { login: account.login, session };
  });
  context.setSessionCookie(answer.session.secret, answer.session.expiresAt);
  return { login: answer.login };
}
