import type { Context } from '../../../kernel/context.ts';
import { decodeId } from '../../../kernel/global-id.ts';
import { visibleNode } from '../../../kernel/node-registry.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { inTransaction } from '../../../kernel/transaction.ts';
import type { RevealPersonInput } from '../person.input.ts';
import { mayRevealPerson } from '../identity.policy.ts';
import { Person } from '../person.entity.ts';
import { openDetails } from '../person-details.ts';
import { readName } from '../rules/names.ts';

/** Only what was asked for; the rest is null. */
interface Revealed {
  readonly snils: string | null;
  readonly passport: string | null;
  readonly birthDate: string | null;
  readonly phones: readonly string[] | null;
  readonly emails: readonly string[] | null;
}

/**
 * May: the call centre within its scope, the platform administrator, oneself. Changes nothing but the journal: who
 * looked, at which fields, and why; the person can read it. Announces nothing.
 */
export async function revealPerson(context: Context, input: RevealPersonInput): Promise<Revealed> {
  const personId = decodeId('Person', input.personId, ['input', 'personId']);
  const visible = (await visibleNode(context, 'Person', personId)) !== null;
  if (!mayRevealPerson(context.viewer, { personId, visible })) throw new Refusal('NOT_ALLOWED');
  const reason = readName(input.reason);
  if (reason === null || reason.length < 5) throw new Refusal('INVALID_INPUT', { what: 'reason' }, ['input', 'reason']);
  const fields = new Set(input.fields);
  if (fields.size === 0) throw new Refusal('INVALID_INPUT', { what: 'fields' }, ['input', 'fields']);
  return inTransaction(context, { command: 'revealPerson' }, async (unit) => {
    const person = await unit.em.findOne(Person, { id: personId });
    if (!person) throw new Refusal('NOT_FOUND', { kind: 'Person' }, ['input', 'personId']);
    const details = openDetails(context.secrets, personId, person.detailsSealed);
    unit.record({ person: personId }, { reason, fields: [...fields] });
    return {
      snils: fields.has('SNILS') ? (details.snils ?? null) : null,
      passport: fields.has('PASSPORT') ? (details.passport ?? null) : null,
      birthDate: fields.has('BIRTH_DATE') ? (details.birthDate ?? null) : null,
      phones: fields.has('PHONES') ? (details.phones ?? []) : null,
      emails: fields.has('EMAILS') ? (details.emails ?? []) : null,
    };
  });
}
