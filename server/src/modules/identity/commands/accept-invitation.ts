import { LockMode } from '@mikro-orm/postgresql';
import type { Context } from '../../../kernel/context.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { inTransaction } from '../../../kernel/transaction.ts';
import { Account } from '../account.entity.ts';
import type { AcceptInvitationInput } from '../account.input.ts';
import { Invitation } from '../invitation.entity.ts';
import { hashNewPassword } from '../password.ts';

/** May: whoever holds the secret, once. Changes: the account gets its password and is active. Announces nothing. */
export async function acceptInvitation(context: Context, input: AcceptInvitationInput): Promise<{ login: string }> {
  const secretHash = context.secrets.hash('invitation', input.secret.trim());
  return inTransaction(context, { command: 'acceptInvitation' }, async (unit) => {
    const invitation = await unit.em.findOne(
      Invitation,
      { secretHash, acceptedAt: null, revokedAt: null, expiresAt: { $gt: unit.now } },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    const account = invitation && (await unit.em.findOne(Account, { id: invitation.accountId, blockedAt: null }));
    if (!account) throw new Refusal('INVITATION_INVALID', {}, ['input', 'secret']);
    account.passwordHash = await hashNewPassword(input.password, account.login, ['input', 'password']);
    invitation.acceptedAt = unit.now;
    unit.record({ account: account.id, invitation: invitation.id });
    return { login: account.login };
  });
}
