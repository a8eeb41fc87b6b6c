import { LockMode } from '@mikro-orm/postgresql';
import type { Context } from '../../../kernel/context.ts';
import { decodeId } from '../../../kernel/global-id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { inTransaction } from '../../../kernel/transaction.ts';
import { Account } from '../account.entity.ts';
import type { UnblockAccountInput } from '../account.input.ts';
import { mayRunPlatform } from '../identity.policy.ts';

/** May: the platform administrator. Changes: the account may sign in again, anew. Announces nothing. */
export async function unblockAccount(context: Context, input: UnblockAccountInput): Promise<{ accountId: string }> {
  if (!mayRunPlatform(context.viewer)) throw new Refusal('NOT_ALLOWED');
  const accountId = decodeId('Account', input.accountId, ['input', 'accountId']);
  return inTransaction(context, { command: 'unblockAccount' }, async (unit) => {
    const account = await unit.em.findOne(Account, { id: accountId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!account) throw new Refusal('NOT_FOUND', { kind: 'Account' }, ['input', 'accountId']);
    account.blockedAt = null;
    unit.record({ account: accountId });
    return { accountId };
  });
}
