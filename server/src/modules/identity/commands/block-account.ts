import { LockMode } from '@mikro-orm/postgresql';
import type { Context } from '../../../kernel/context.ts';
import { decodeId } from '../../../kernel/global-id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { inTransaction } from '../../../kernel/transaction.ts';
import { AccessToken } from '../access-token.entity.ts';
import { Account } from '../account.entity.ts';
import { refuseLosingLastAdministrator } from '../give-role.ts';
import type { BlockAccountInput } from '../account.input.ts';
import { mayRunPlatform } from '../identity.policy.ts';
import { Invitation } from '../invitation.entity.ts';
import { Session } from '../session.entity.ts';

/**
 * May: the platform administrator. Changes: nobody gets in with this account; its sessions, tokens and open invitations
 * end, so that unblocking revives none of them. Announces nothing.
 */
export async function blockAccount(context: Context, input: BlockAccountInput): Promise<{ accountId: string }> {
  if (!mayRunPlatform(context.viewer)) throw new Refusal('NOT_ALLOWED');
  const accountId = decodeId('Account', input.accountId, ['input', 'accountId']);
  return inTransaction(context, { command: 'blockAccount' }, async (unit) => {
    const account = await unit.em.findOne(Account, { id: accountId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!account) throw new Refusal('NOT_FOUND', { kind: 'Account' }, ['input', 'accountId']);
    await refuseLosingLastAdministrator(unit, { accountId });
    account.blockedAt ??= unit.now;
    const sessions = await unit.em.nativeUpdate(Session, { accountId, endedAt: null }, { endedAt: unit.now });
    const tokens = await unit.em.nativeUpdate(AccessToken, { accountId, revokedAt: null }, { revokedAt: unit.now });
    await unit.em.nativeUpdate(Invitation, { accountId, acceptedAt: null, revokedAt: null }, { revokedAt: unit.now });
    unit.record({ account: accountId }, { sessions, tokens });
    return { accountId };
  });
}
