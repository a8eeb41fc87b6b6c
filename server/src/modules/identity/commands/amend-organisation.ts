import { LockMode } from '@mikro-orm/postgresql';
import { changedFields } from '../../../kernel/changed-fields.ts';
import type { Context } from '../../../kernel/context.ts';
import { decodeId } from '../../../kernel/global-id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { inTransaction } from '../../../kernel/transaction.ts';
import type { AmendOrganisationInput } from '../organisation.input.ts';
import { mayAmendOrganisation } from '../identity.policy.ts';
import { Organisation } from '../organisation.entity.ts';
import { readOrganisation } from '../rules/organisation-card.ts';

/**
 * May: the platform administrator; how to reach it also the organisation's own administrator. Changes: name, kind,
 * number, contacts. Announces nothing.
 */
export async function amendOrganisation(
  context: Context,
  input: AmendOrganisationInput,
): Promise<{ organisationId: string }> {
  const organisationId = decodeId('Organisation', input.organisationId, ['input', 'organisationId']);
  const ofIdentity = input.kind != null || input.name != null || input.ogrn != null;
  if (!mayAmendOrganisation(context.viewer, { organisationId, ofIdentity })) throw new Refusal('NOT_ALLOWED');
  return inTransaction(context, { command: 'amendOrganisation' }, async (unit) => {
    const organisation = await unit.em.findOne(
      Organisation,
      { id: organisationId },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    if (!organisation) throw new Refusal('NOT_FOUND', { kind: 'Organisation' }, ['input', 'organisationId']);
    if (organisation.version !== input.version) {
      throw new Refusal('STALE_VERSION', { yours: input.version, current: organisation.version }, ['input', 'version']);
    }
    const answer = readOrganisation({
      name: input.name ?? organisation.organisationName,
      ogrn: input.ogrn ?? organisation.ogrn,
      postAddress: input.postAddress === undefined ? organisation.postAddress : input.postAddress,
      phone: input.phone === undefined ? organisation.phone : input.phone,
      site: input.site === undefined ? organisation.site : input.site,
    });
    if (!answer.ok) throw new Refusal('INVALID_INPUT', { what: answer.field }, ['input', answer.field]);
    const { name: organisationName, ...card } = answer.card;
    await unit.lock(`organisation ${card.ogrn}`, 'exclusive');
    const other = await unit.em.findOne(Organisation, { ogrn: card.ogrn, id: { $ne: organisationId } });
    if (other) throw new Refusal('DUPLICATE', { what: 'ogrn' }, ['input', 'ogrn']);
    const columns = { kind: input.kind ?? organisation.kind, organisationName, ...card };
    const changes = changedFields(organisation, columns);
    unit.em.assign(organisation, columns);
    unit.record({ organisation: organisationId }, changes);
    return { organisationId };
  });
}
