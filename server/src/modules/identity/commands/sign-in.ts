import type { Context } from '../../../kernel/context.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { inTransaction } from '../../../kernel/transaction.ts';
import { Account } from '../account.entity.ts';
import type { SignInInput } from '../account.input.ts';
import { asAccount, openSession } from '../open-session.ts';
import { isPassword } from '../password.ts';
import { readLogin } from '../rules/login.ts';
import { forgiveSignInAttempts, spendSignInAttempt } from '../sign-in-attempts.ts';

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
  const accountId = account.id;
  const opened = await inTransaction(asAccount(context, accountId), { command: 'signIn' }, async (unit) => {
    const session = await openSession(context, unit, accountId);
    unit.record({ account: accountId, session: session.sessionId, endedSession: session.endedSession });
    return session;
  });
  context.setSessionCookie(opened.secret, opened.expiresAt);
  return { accountId };
}
