import { LockMode } from '@mikro-orm/postgresql';
import type { Context } from '../../../kernel/context.ts';
import { decodeId } from '../../../kernel/global-id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { inTransaction, inTransactionWithoutJournal, type Unit } from '../../../kernel/transaction.ts';
import { AccessToken } from '../access-token.entity.ts';
import type { RevokeAccessTokenInput } from '../account.input.ts';
import { isOwnAccount } from '../identity.policy.ts';

/**
 * May: whose token it is, at the console, or with that very token, which may end itself. Changes: the token is refused
 * from now on; a rehearsal only says whether it could be done. Announces nothing.
 */
export async function revokeAccessToken(
  context: Context,
  input: RevokeAccessTokenInput,
): Promise<{ accessTokenId: string }> {
  const { viewer } = context;
  const accessTokenId = decodeId('AccessToken', input.accessTokenId, ['input', 'accessTokenId']);
  const work = async (unit: Unit): Promise<{ accessTokenId: string }> => {
    const token = await unit.em.findOne(AccessToken, { id: accessTokenId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!token || !isOwnAccount(viewer, token.accountId)) {
      throw new Refusal('NOT_FOUND', { kind: 'AccessToken' }, ['input', 'accessTokenId']);
    }
    if (viewer.tokenId !== null && viewer.tokenId !== accessTokenId) throw new Refusal('NOT_ALLOWED');
    if (token.revokedAt != null) throw new Refusal('ALREADY_REVOKED');
    if (input.rehearse === true) return { accessTokenId };
    token.revokedAt = unit.now;
    unit.record({ account: token.accountId, accessToken: accessTokenId });
    return { accessTokenId };
  };
  return input.rehearse === true
    ? inTransactionWithoutJournal(context, 'revokeAccessToken', work)
    : inTransaction(context, { command: 'revokeAccessToken' }, work);
}
