import type { Context } from '../../../kernel/context.ts';
import { newId } from '../../../kernel/new-id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { inTransaction, type Unit } from '../../../kernel/transaction.ts';
import { Account, type Account as AccountRow } from '../account.entity.ts';
import { giveRole } from '../give-role.ts';
import { mayFoundPlatform } from '../identity.policy.ts';
import { writeInvitation, type InvitationLetter } from '../invitation-letter.ts';
import { readLogin } from '../rules/login.ts';
import { requireCard, writePerson } from '../write-person.ts';

/** Somebody has been in already. */
class FoundedAlready extends Error {}

/**
 * May: the clockwork, at the start. Changes: on a platform without accounts a first administrator, invited; while nobody
 * ever got in, every start invites anew, since a printed link may be lost. Otherwise nothing. Announces nothing.
 */
export async function foundPlatform(
  context: Context,
  input: { readonly login: string },
): Promise<InvitationLetter | null> {
  if (!mayFoundPlatform(context.viewer)) throw new Refusal('NOT_ALLOWED');
  const login = readLogin(input.login);
  if (login === null) throw new Refusal('INVALID_INPUT', { what: 'login' }, ['input', 'login']);
  try {
    return await inTransaction(context, { command: 'foundPlatform' }, async (unit) => {
      await unit.lock('found the platform', 'exclusive');
      const account = (await firstAccount(unit)) ?? (await makeAdministrator(context, unit, login));
      const invitation = await writeInvitation(context, unit, account.id);
      unit.record({ person: account.personId, account: account.id, invitation: invitation.invitationId });
      return invitation;
    });
  } catch (error) {
    if (error instanceof FoundedAlready) return null;
    throw error;
  }
}

async function firstAccount(unit: Unit): Promise<AccountRow | null> {
  const accounts = await unit.em.find(Account, {}, { limit: 2 });
  const [only] = accounts;
  if (!only) return null;
  if (accounts.length > 1 || only.passwordHash != null || only.blockedAt != null) throw new FoundedAlready();
  return only;
}

async function makeAdministrator(context: Context, unit: Unit, login: string): Promise<AccountRow> {
  // A name to begin with: the administrator amends it after signing in.
  const person = writePerson(
    context,
    unit,
    requireCard(context, { kind: 'PERSON', familyName: 'Администратор', givenName: 'Платформы' }),
  );
  const account = unit.em.create(Account, {
    id: newId(),
    personId: person.id,
    login,
    passwordHash: null,
    locale: null,
    createdAt: unit.now,
    blockedAt: null,
  });
  await unit.em.flush();
  const everywhere = { role: 'PLATFORM_ADMINISTRATOR', organisationId: null, houseId: null, assemblyId: null } as const;
  await giveRole(context, unit, account.id, everywhere, null);
  return account;
}
