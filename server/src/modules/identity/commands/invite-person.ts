import { LockMode } from '@mikro-orm/postgresql';
import type { Context } from '../../../kernel/context.ts';
import { decodeId } from '../../../kernel/global-id.ts';
import { newId } from '../../../kernel/new-id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { inTransaction, type Unit } from '../../../kernel/transaction.ts';
import { Account, type Account as AccountRow } from '../account.entity.ts';
import { giveRole, readRole } from '../give-role.ts';
import type { InvitePersonInput } from '../account.input.ts';
import { mayGiveRoles, mayRunPlatform } from '../identity.policy.ts';
import { writeInvitation, type InvitationLetter } from '../invitation-letter.ts';
import { Person } from '../person.entity.ts';
import { readLogin } from '../rules/login.ts';

/**
 * May: the platform administrator; roles only at the console. Changes: an account that waits for its invitation to be
 * accepted, roles, and an invitation that revokes the one before. Announces nothing: the letter is handed over by hand.
 */
export async function invitePerson(
  context: Context,
  input: InvitePersonInput,
): Promise<{ accountId: string; invitation: InvitationLetter }> {
  const roles = input.roles ?? [];
  if (!mayRunPlatform(context.viewer)) throw new Refusal('NOT_ALLOWED');
  if (roles.length > 0 && !mayGiveRoles(context.viewer)) throw new Refusal('NOT_ALLOWED', {}, ['input', 'roles']);
  const personId = decodeId('Person', input.personId, ['input', 'personId']);
  const login = readLogin(input.login);
  if (login === null) throw new Refusal('INVALID_INPUT', { what: 'login' }, ['input', 'login']);
  const grants = await Promise.all(
    roles.map(async (role, at) => readRole(context, role, ['input', 'roles', String(at)])),
  );
  return inTransaction(context, { command: 'invitePerson' }, async (unit) => {
    await unit.lock(`login ${login}`, 'exclusive');
    const account = await accountFor(unit, personId, login);
    await unit.em.flush();
    const roleGrants: string[] = [];
    for (const [at, grant] of grants.entries()) {
      roleGrants.push(await giveRole(context, unit, account.id, grant, roles[at]?.until ?? null));
    }
    const invitation = await writeInvitation(context, unit, account.id);
    unit.record({ person: personId, account: account.id, invitation: invitation.invitationId, roleGrants });
    return { accountId: account.id, invitation };
  });
}

async function accountFor(unit: Unit, personId: string, login: string): Promise<AccountRow> {
  const person = await unit.em.findOne(
    Person,
    { id: personId, withdrawnAt: null },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  if (!person) throw new Refusal('NOT_FOUND', { kind: 'Person' }, ['input', 'personId']);
  // A company acts through the account of its head.
  if (person.kind !== 'PERSON') throw new Refusal('INVALID_INPUT', { what: 'kind' }, ['input', 'personId']);
  const known = await unit.em.findOne(Account, { personId });
  if (known?.passwordHash != null) throw new Refusal('ALREADY_ACTIVATED', {}, ['input', 'personId']);
  const taken = await unit.em.findOne(Account, { login });
  if (taken && taken.id !== known?.id) throw new Refusal('DUPLICATE', { what: 'login' }, ['input', 'login']);
  if (known) {
    known.login = login;
    return known;
  }
  return unit.em.create(Account, {
    id: newId(),
    personId,
    login,
    passwordHash: null,
    locale: null,
    createdAt: unit.now,
    blockedAt: null,
  });
}
