import type { Context } from '../../../kernel/context.ts';
import { newId } from '../../../kernel/new-id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { inTransaction } from '../../../kernel/transaction.ts';
import type { CreateOrganisationInput } from '../organisation.input.ts';
import { mayRunPlatform } from '../identity.policy.ts';
import { Organisation } from '../organisation.entity.ts';
import { readOrganisation } from '../rules/organisation-card.ts';

/** May: the platform administrator. Changes: an organisation that can manage houses. Announces nothing. */
export async function createOrganisation(
  context: Context,
  input: CreateOrganisationInput,
): Promise<{ organisationId: string }> {
  if (!mayRunPlatform(context.viewer)) throw new Refusal('NOT_ALLOWED');
  const answer = readOrganisation(input);
  if (!answer.ok) throw new Refusal('INVALID_INPUT', { what: answer.field }, ['input', answer.field]);
  const { name: organisationName, ...card } = answer.card;
  return inTransaction(context, { command: 'createOrganisation' }, async (unit) => {
    await unit.lock(`organisation ${card.ogrn}`, 'exclusive');
    if (await unit.em.findOne(Organisation, { ogrn: card.ogrn }))
      throw new Refusal('DUPLICATE', { what: 'ogrn' }, ['input', 'ogrn']);
    const organisationId = newId();
    unit.em.create(Organisation, {
      id: organisationId,
      kind: input.kind,
      organisationName,
      ...card,
      createdAt: unit.now,
    });
    unit.record({ organisation: organisationId });
    return { organisationId };
  });
}
