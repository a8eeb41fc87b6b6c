import { LockMode } from '@mikro-orm/postgresql';
import type { Context } from '../../../kernel/context.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { inTransaction } from '../../../kernel/transaction.ts';
import { Account } from '../account.entity.ts';
import type { ChangePasswordInput } from '../account.input.ts';
import { isAtConsole } from '../identity.policy.ts';
import { hashNewPassword, isPassword } from '../password.ts';
import { Session } from '../session.entity.ts';
import { forgiveSignInAttempts, spendSignInAttempt } from '../sign-in-attempts.ts';

/**
 * May: oneself, at the console, knowing the old password; guesses count as sign-ins. Changes: the password, and the
 * other sessions end. Announces nothing.
 */
export async function changePassword(context: Context, input: ChangePasswordInput): Promise<{ endedSessions: number }> {
  const { viewer } = context;
  if (!isAtConsole(viewer)) throw new Refusal('NOT_ALLOWED');
  const { login } = await context.database.em().findOneOrFail(Account, { id: viewer.accountId });
  await spendSignInAttempt(context, login);
  return inTransaction(context, { command: 'changePassword' }, async (unit) => {
    const account = await unit.em.findOneOrFail(
      Account,
      { id: viewer.accountId },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    if (!(await isPassword(account.passwordHash ?? null, input.currentPassword))) {
      throw new Refusal('WRONG_CREDENTIALS', {}, ['input', 'currentPassword']);
    }
    await forgiveSignInAttempts(context, login);
    account.passwordHash = await hashNewPassword(input.newPassword, account.login, ['input', 'newPassword']);
    const others = { accountId: account.id, endedAt: null, id: { $ne: viewer.sessionId } };
    const endedSessions = await unit.em.nativeUpdate(Session, others, { endedAt: unit.now });
    unit.record({ account: account.id }, { endedSessions });
    return { endedSessions };
  });
}
