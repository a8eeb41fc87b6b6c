import { LockMode } from '@mikro-orm/postgresql';
import type { Context } from '../../../kernel/context.ts';
import { decodeId } from '../../../kernel/global-id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { inTransaction, inTransactionWithoutJournal, type Unit } from '../../../kernel/transaction.ts';
import type { WithdrawInvitationInput } from '../account.input.ts';
import { mayRunPlatform } from '../identity.policy.ts';
import { Invitation } from '../invitation.entity.ts';

/**
 * May: the platform administrator. Changes: the open invitation of the account can no longer be accepted; a rehearsal only
 * says whether there is one. Announces nothing.
 */
export async function withdrawInvitation(
  context: Context,
  input: WithdrawInvitationInput,
): Promise<{ accountId: string }> {
  if (!mayRunPlatform(context.viewer)) throw new Refusal('NOT_ALLOWED');
  const accountId = decodeId('Account', input.accountId, ['input', 'accountId']);
  const work = async (unit: Unit): Promise<{ accountId: string }> => {
    const invitation = await unit.em.findOne(
      Invitation,
      { accountId, acceptedAt: null, revokedAt: null, expiresAt: { $gt: unit.now } },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    if (!invitation) throw new Refusal('NOT_FOUND', { kind: 'Invitation' }, ['input', 'accountId']);
    if (input.rehearse === true) return { accountId };
    invitation.revokedAt = unit.now;
    unit.record({ account: accountId, invitation: invitation.id });
    return { accountId };
  };
  return input.rehearse === true
    ? inTransactionWithoutJournal(context, 'withdrawInvitation', work)
    : inTransaction(context, { command: 'withdrawInvitation' }, work);
}
