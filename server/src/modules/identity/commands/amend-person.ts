import { LockMode } from '@mikro-orm/postgresql';
import type { Context } from '../../../kernel/context.ts';
import { decodeId } from '../../../kernel/global-id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { inTransaction } from '../../../kernel/transaction.ts';
import type { AmendPersonInput } from '../person.input.ts';
import { mayRunPlatform } from '../identity.policy.ts';
import { Person } from '../person.entity.ts';
import { openDetails } from '../person-details.ts';
import type { WrittenCard } from '../rules/person-card.ts';
import { cardColumns, personOfSameNumber, requireCard } from '../write-person.ts';

const amendable = [
  'familyName',
  'givenName',
  'patronymic',
  'bodyName',
  'ogrn',
  'snils',
  'passport',
  'birthDate',
  'phones',
  'emails',
] as const satisfies readonly (keyof AmendPersonInput & keyof WrittenCard)[];

/** May: the platform administrator. Changes: names, numbers and contacts; the journal says which, not what. Announces nothing. */
export async function amendPerson(context: Context, input: AmendPersonInput): Promise<{ personId: string }> {
  if (!mayRunPlatform(context.viewer)) throw new Refusal('NOT_ALLOWED');
  const personId = decodeId('Person', input.personId, ['input', 'personId']);
  return inTransaction(context, { command: 'amendPerson' }, async (unit) => {
    const person = await unit.em.findOne(
      Person,
      { id: personId, withdrawnAt: null },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    if (!person) throw new Refusal('NOT_FOUND', { kind: 'Person' }, ['input', 'personId']);
    if (person.version !== input.version) {
      throw new Refusal('STALE_VERSION', { yours: input.version, current: person.version }, ['input', 'version']);
    }
    const { kind, familyName, givenName, patronymic, bodyName, ogrn } = person;
    const kept: WrittenCard = {
      kind,
      familyName,
      givenName,
      patronymic,
      bodyName,
      ogrn,
      ...openDetails(context.secrets, personId, person.detailsSealed),
    };
    const fields = amendable.filter((field) => input[field] !== undefined);
    const card = requireCard(context, { ...kept, ...Object.fromEntries(fields.map((field) => [field, input[field]])) });
    await personOfSameNumber(context, unit, card, personId);
    unit.em.assign(person, cardColumns(context, personId, card));
    unit.record({ person: personId }, { fields });
    return { personId };
  });
}
