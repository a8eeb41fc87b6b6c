import { randomBytes } from 'node:crypto';
import type { Context } from '../../../kernel/context.ts';
import { newId } from '../../../kernel/new-id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { inTransaction } from '../../../kernel/transaction.ts';
import { Account } from '../account.entity.ts';
import type { SignInInput } from '../account.input.ts';
import { isPassword } from '../password.ts';
import { readLogin } from '../rules/login.ts';
import { Session } from '../session.entity.ts';
import { forgiveSignInAttempts, spendSignInAttempt } from '../sign-in-attempts.ts';

const sessionDays = 14;

/**
 * May: anybody, within the limits per account and address. Changes: a session begins, and the one whose cookie came
 * along ends. Announces nothing.
 */
export async function signIn(context: Context, input: SignInInput): Promise<{ accountId: string }> {
  const login = readLogin(input.login);
  const attempted = login ?? input.login;
  await spendSignInAttempt(context, attempted);
  const account = login === null ? null : await context.database.em().findOne(Account, { login });
  const matches = await isPassword(account?.passwordHash ?? null, input.password);
  if (!account || !matches || account.blockedAt != null) throw new Refusal('WRONG_CREDENTIALS');
  await forgiveSignInAttempts(context, attempted);
  const secret = randomBytes(32).toString('base64url');
  const expiresAt = new Date(context.clock.now() + sessionDays * 86_400_000);
  const endedSession = context.viewer.kind === 'SIGNED_IN' ? context.viewer.sessionId : null;
  await inTransaction(
    { ...context, viewer: { ...asAccount, accountId: account.id } },
    { command: 'signIn' },
    async (unit) => {
      if (endedSession !== null)
        await unit.em.nativeUpdate(Session, { id: endedSession, endedAt: null }, { endedAt: unit.now });
      const session = unit.em.create(Session, {
        id: newId(),
        accountId: account.id,
        secretHash: context.secrets.hash('session', secret),
        createdAt: unit.now,
        expiresAt,
        endedAt: null,
        userAgent: context.userAgent ?? null,
        address: context.address,
      });
      unit.record({ account: account.id, session: session.id, endedSession });
    },
  );
  context.setSessionCookie(secret, expiresAt);
  return { accountId: account.id };
}

const asAccount = {
  kind: 'SIGNED_IN',
  personId: '',
  actorIds: [],
  grants: [],
  scopes: 'ALL',
  sessionId: null,
  tokenId: null,
  locale: null,
} as const;
