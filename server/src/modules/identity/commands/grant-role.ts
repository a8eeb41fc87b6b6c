import type { Context } from '../../../kernel/context.ts';
import { decodeId } from '../../../kernel/global-id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { inTransaction } from '../../../kernel/transaction.ts';
import { Account } from '../account.entity.ts';
import { giveRole, readRole } from '../give-role.ts';
import type { GrantRoleInput } from '../account.input.ts';
import { mayGiveRoles } from '../identity.policy.ts';

/** May: the platform administrator, at the console. Changes: a role with its place and term. Announces nothing. */
export async function grantRole(context: Context, input: GrantRoleInput): Promise<{ roleGrantId: string }> {
  if (!mayGiveRoles(context.viewer)) throw new Refusal('NOT_ALLOWED');
  const accountId = decodeId('Account', input.accountId, ['input', 'accountId']);
  const grant = await readRole(context, input, ['input']);
  return inTransaction(context, { command: 'grantRole' }, async (unit) => {
    const account = await unit.em.findOne(Account, { id: accountId });
    if (!account) throw new Refusal('NOT_FOUND', { kind: 'Account' }, ['input', 'accountId']);
    const until = input.until ?? null;
    const roleGrantId = await giveRole(context, unit, accountId, grant, until);
    const { role, organisationId: organisation, houseId: house, assemblyId: assembly } = grant;
    unit.record({ account: accountId, roleGrant: roleGrantId, organisation, house, assembly }, { role, until });
    return { roleGrantId };
  });
}
