import type { Context } from '../../../kernel/context.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { inTransaction } from '../../../kernel/transaction.ts';
import type { RegisterPersonInput } from '../person.input.ts';
import { mayRegisterPerson } from '../identity.policy.ts';
import { personOfSameNumber, requireCard, writePerson } from '../write-person.ts';

/**
 * May: platform and assembly administrators. Changes: a person, a company or a public body; one that is known by its
 * number and names is found instead, and stays as it was. Announces nothing.
 */
export async function registerPerson(
  context: Context,
  input: RegisterPersonInput,
): Promise<{ personId: string; alreadyKnown: boolean }> {
  if (!mayRegisterPerson(context.viewer)) throw new Refusal('NOT_ALLOWED');
  const card = requireCard(context, input);
  return inTransaction(context, { command: 'registerPerson' }, async (unit) => {
    const known = await personOfSameNumber(context, unit, card);
    const person = known ?? writePerson(context, unit, card);
    unit.record({ person: person.id }, { alreadyKnown: known !== null });
    return { personId: person.id, alreadyKnown: known !== null };
  });
}
