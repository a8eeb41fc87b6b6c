import type { Context } from '../../../kernel/context.ts';
import { newId } from '../../../kernel/new-id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { inTransaction } from '../../../kernel/transaction.ts';
import { moscowToday } from '../../identity/index.ts';
import { requireNewGuardianship, requireNatural } from '../guardianship-entry.ts';
import { requireChildOfRegister } from '../find-child.ts';
import { Guardianship } from '../ownership.entity.ts';
import { requirePast, requireText } from '../register-entry.ts';
import type { RecordGuardianshipInput } from '../ownership.input.ts';
import { mayKeepGuardianship } from '../registry.policy.ts';

/**
 * May: the platform, or whoever keeps a register in which the child owns something. Changes: the parent acts for the
 * child over the period. Announces nothing.
 */
export async function recordGuardianship(
  context: Context,
  input: RecordGuardianshipInput,
): Promise<{ guardianshipId: string }> {
  return inTransaction(context, { command: 'recordGuardianship' }, async (unit) => {
    const today = moscowToday(context);
    const child = await requireNatural(unit, input.childId, 'childId');
    await requireChildOfRegister(context, unit, mayKeepGuardianship, child.id, 'childId');
    const parent = await requireNatural(unit, input.parentId, 'parentId');
    if (child.comesOfAgeOn == null || child.comesOfAgeOn <= today) {
      throw new Refusal('INVALID_INPUT', { what: 'childId' }, ['input', 'childId']);
    }
    if (parent.id === child.id || (parent.comesOfAgeOn != null && parent.comesOfAgeOn > today)) {
      throw new Refusal('INVALID_INPUT', { what: 'parentId' }, ['input', 'parentId']);
    }
    const since = requirePast(context, input.since, 'since');
    const until = input.until ?? null;
    if (until && until <= since) throw new Refusal('INVALID_INPUT', { what: 'until' }, ['input', 'until']);
    await requireNewGuardianship(unit, { childId: child.id, parentId: parent.id, since, until });
    const guardianship = unit.em.create(Guardianship, {
      id: newId(),
      childId: child.id,
      parentId: parent.id,
      document: requireText(input.document, ['document']),
      since,
      until,
    });
    unit.record(
      { guardianship: guardianship.id, child: child.id, parent: parent.id },
      { since: since.toISOString(), until: until?.toISOString() ?? null },
    );
    return { guardianshipId: guardianship.id };
  });
}
