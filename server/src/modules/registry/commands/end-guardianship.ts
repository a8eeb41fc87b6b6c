import type { Context } from '../../../kernel/context.ts';
import { decodeId } from '../../../kernel/global-id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { inTransaction } from '../../../kernel/transaction.ts';
import { requireChildOfRegister } from '../find-child.ts';
import { Guardianship } from '../ownership.entity.ts';
import { requirePast } from '../register-entry.ts';
import type { EndGuardianshipInput } from '../ownership.input.ts';
import { mayKeepGuardianship } from '../registry.policy.ts';

/** May: as for recording it. Changes: from the moment on the parent does not act for the child. Announces nothing. */
export async function endGuardianship(
  context: Context,
  input: EndGuardianshipInput,
): Promise<{ guardianshipId: string }> {
  return inTransaction(context, { command: 'endGuardianship' }, async (unit) => {
    const field = ['input', 'guardianshipId'];
    const id = decodeId('Guardianship', input.guardianshipId, field);
    await unit.lock(id, 'exclusive');
    const guardianship = await unit.em.findOne(Guardianship, { id });
    if (!guardianship) throw new Refusal('NOT_FOUND', { kind: 'Guardianship' }, field);
    await requireChildOfRegister(context, unit, mayKeepGuardianship, guardianship.childId, 'guardianshipId');
    const at = requirePast(context, input.at, 'at');
    const before = guardianship.until ?? null;
    if (before && before <= at) throw new Refusal('ALREADY_REVOKED', {}, field);
    if (at < guardianship.since) throw new Refusal('INVALID_INPUT', { what: 'at' }, ['input', 'at']);
    unit.em.assign(guardianship, { until: at });
    unit.record(
      { guardianship: id, child: guardianship.childId, parent: guardianship.parentId },
      { until: { before: before?.toISOString() ?? null, after: at.toISOString() } },
    );
    return { guardianshipId: id };
  });
}
