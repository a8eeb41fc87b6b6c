import type { Context } from '../../../kernel/context.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { inTransaction } from '../../../kernel/transaction.ts';
import type { Locale } from '../../../kernel/viewer.ts';
import { Account } from '../account.entity.ts';
import type { SetLocaleInput } from '../account.input.ts';
import { isOwnAccount } from '../identity.policy.ts';

/** May: oneself. Changes: the language in which Veche speaks to this account. Announces nothing. */
export async function setLocale(context: Context, input: SetLocaleInput): Promise<{ locale: Locale | null }> {
  const { viewer } = context;
  if (viewer.kind !== 'SIGNED_IN') throw new Refusal('NOT_SIGNED_IN');
  return inTransaction(context, { command: 'setLocale' }, async (unit) => {
    const account = await unit.em.findOneOrFail(Account, { id: viewer.accountId });
    if (!isOwnAccount(viewer, account.id)) throw new Refusal('NOT_ALLOWED');
    const before = account.locale ?? null;
    const after = input.locale ?? null;
    account.locale = after;
    unit.record({ account: account.id }, { locale: { before, after } });
    return { locale: after };
  });
}
