import { decodeId } from '../../kernel/global-id.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Unit } from '../../kernel/transaction.ts';
import { Person } from '../identity/index.ts';
import { Guardianship } from './ownership.entity.ts';

/** A natural person who is known. */
export async function requireNatural(
  unit: Unit,
  id: string,
  field: string,
): Promise<{ readonly id: string; readonly comesOfAgeOn?: string | null | undefined }> {
  const person = await unit.em.findOne(Person, { id: decodeId('Person', id, ['input', field]), withdrawnAt: null });
  if (!person) throw new Refusal('NOT_FOUND', { kind: 'Person' }, ['input', field]);
  if (person.kind !== 'PERSON') throw new Refusal('INVALID_INPUT', { what: field }, ['input', field]);
  return person;
}

/** One and the same parent stands once on record for any moment. */
export async function requireNewGuardianship(
  unit: Unit,
  entry: { readonly childId: string; readonly parentId: string; readonly since: Date; readonly until: Date | null },
): Promise<void> {
  const { childId, parentId, since, until } = entry;
  await unit.lock(childId, 'exclusive');
  const overlapping = await unit.em.count(Guardianship, {
    childId,
    parentId,
    $or: [{ until: null }, { until: { $gt: since } }],
    ...(until ? { since: { $lt: until } } : {}),
  });
  if (overlapping > 0) throw new Refusal('DUPLICATE', { what: 'guardianship' }, ['input', 'parentId']);
}
