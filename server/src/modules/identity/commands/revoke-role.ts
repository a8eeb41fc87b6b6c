import { LockMode } from '@mikro-orm/postgresql';
import type { Context } from '../../../kernel/context.ts';
import { decodeId } from '../../../kernel/global-id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { inTransaction, inTransactionWithoutJournal, type Unit } from '../../../kernel/transaction.ts';
import { refuseLosingLastAdministrator } from '../give-role.ts';
import type { RevokeRoleInput } from '../account.input.ts';
import { mayGiveRoles } from '../identity.policy.ts';
import { RoleGrant } from '../role-grant.entity.ts';

/**
 * May: the platform administrator, at the console. Changes: the role ends now; a rehearsal only says whether it could.
 * Announces nothing.
 */
export async function revokeRole(context: Context, input: RevokeRoleInput): Promise<{ roleGrantId: string }> {
  if (!mayGiveRoles(context.viewer)) throw new Refusal('NOT_ALLOWED');
  const roleGrantId = decodeId('RoleGrant', input.roleGrantId, ['input', 'roleGrantId']);
  const work = async (unit: Unit): Promise<{ roleGrantId: string }> => {
    const grant = await unit.em.findOne(RoleGrant, { id: roleGrantId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!grant) throw new Refusal('NOT_FOUND', { kind: 'RoleGrant' }, ['input', 'roleGrantId']);
    if (grant.revokedAt != null || (grant.until != null && grant.until <= unit.now))
      throw new Refusal('ALREADY_REVOKED');
    if (grant.role === 'PLATFORM_ADMINISTRATOR') await refuseLosingLastAdministrator(unit, { roleGrantId });
    if (input.rehearse === true) return { roleGrantId };
    grant.revokedAt = unit.now;
    unit.record({ account: grant.accountId, roleGrant: roleGrantId }, { role: grant.role });
    return { roleGrantId };
  };
  return input.rehearse === true
    ? inTransactionWithoutJournal(context, 'revokeRole', work)
    : inTransaction(context, { command: 'revokeRole' }, work);
}
