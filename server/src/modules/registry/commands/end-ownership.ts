import type { Context } from '../../../kernel/context.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { inTransaction } from '../../../kernel/transaction.ts';
import { lockOwnership } from '../find-in-register.ts';
import { requirePast } from '../register-entry.ts';
import type { EndOwnershipInput } from '../ownership.input.ts';
import { mayKeepRegister } from '../registry.policy.ts';

/**
 * May: whoever keeps the register. Changes: an ownership ends without a successor, its part has no known owner from then
 * on. Announces OwnershipEnded.
 */
export async function endOwnership(context: Context, input: EndOwnershipInput): Promise<{ ownershipId: string }> {
  return inTransaction(context, { command: 'endOwnership' }, async (unit) => {
    const { ownership, premises, house } = await lockOwnership(context, unit, mayKeepRegister, input.ownershipId);
    const at = requirePast(context, input.at, 'at');
    if (ownership.until != null || at < ownership.since) {
      throw new Refusal('NOT_OWNER_THEN', { at: at.toISOString() }, ['input', 'ownershipId']);
    }
    unit.em.assign(ownership, { until: at });
    unit.tell({ name: 'OwnershipEnded', houseId: house.id, premisesId: premises.id, ownershipId: ownership.id, at });
    unit.record(
      { house: house.id, premises: premises.id, ownership: ownership.id },
      { until: { before: null, after: at.toISOString() } },
    );
    return { ownershipId: ownership.id };
  });
}
