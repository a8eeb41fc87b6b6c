import { randomBytes } from 'node:crypto';
import type { Context } from '../../../kernel/context.ts';
import { newId } from '../../../kernel/new-id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { inTransaction } from '../../../kernel/transaction.ts';
import { AccessToken } from '../access-token.entity.ts';
import { tokenPrefix } from '../find-viewer.ts';
import type { CreateAccessTokenInput } from '../account.input.ts';
import { isAtConsole } from '../identity.policy.ts';
import { readName } from '../rules/names.ts';

const longestDays = 366;
const mostTokens = 50;

/** May: oneself, at the console: a token never makes a token. Changes: a token; its secret is shown once. Announces nothing. */
export async function createAccessToken(
  context: Context,
  input: CreateAccessTokenInput,
): Promise<{ accessTokenId: string; secret: string }> {
  const { viewer } = context;
  if (!isAtConsole(viewer)) throw new Refusal('NOT_ALLOWED');
  const tokenName = readName(input.name);
  if (tokenName === null || tokenName.length > 100)
    throw new Refusal('INVALID_INPUT', { what: 'name' }, ['input', 'name']);
  const scopes = [...new Set(input.scopes)];
  if (scopes.length === 0) throw new Refusal('INVALID_INPUT', { what: 'scopes' }, ['input', 'scopes']);
  const term = input.expiresAt.getTime() - context.clock.now();
  if (term <= 0 || term > longestDays * 86_400_000) {
    throw new Refusal('INVALID_INPUT', { what: 'expiresAt', maximum: longestDays }, ['input', 'expiresAt']);
  }
  const secret = `${tokenPrefix}${randomBytes(32).toString('base64url')}`;
  const { accountId } = viewer;
  return inTransaction(context, { command: 'createAccessToken' }, async (unit) => {
    await unit.lock(`tokens of ${accountId}`, 'exclusive');
    const standing = await unit.em.count(AccessToken, { accountId, revokedAt: null, expiresAt: { $gt: unit.now } });
    if (standing >= mostTokens) throw new Refusal('INVALID_INPUT', { what: 'tokens', maximum: mostTokens });
    const accessTokenId = newId();
    unit.em.create(AccessToken, {
      id: accessTokenId,
      accountId,
      tokenName,
      secretHash: context.secrets.hash('access-token', secret),
      scopes,
      createdAt: unit.now,
      expiresAt: input.expiresAt,
      revokedAt: null,
      lastUsedAt: null,
    });
    unit.record({ account: accountId, accessToken: accessTokenId }, { scopes, expiresAt: input.expiresAt });
    return { accessTokenId, secret };
  });
}
