import type { Context } from '../../../kernel/context.ts';
import { decodeOptionalId } from '../../../kernel/global-id.ts';
import { inTransaction } from '../../../kernel/transaction.ts';
import { lockHouse } from '../find-in-register.ts';
import { requireOrganisation } from '../house-entry.ts';
import type { AssignHouseInput } from '../house.input.ts';
import { mayAssignHouse } from '../registry.policy.ts';

/** May: the platform. Changes: who manages the house, and with it whose administrators keep its register. Announces nothing. */
export async function assignHouse(context: Context, input: AssignHouseInput): Promise<{ houseId: string }> {
  return inTransaction(context, { command: 'assignHouse' }, async (unit) => {
    const house = await lockHouse(context, unit, mayAssignHouse, input.houseId);
    const organisationId = decodeOptionalId('Organisation', input.organisationId);
    await requireOrganisation(unit, organisationId);
    const before = house.organisationId ?? null;
    unit.em.assign(house, { organisationId });
    unit.record({ house: house.id, organisation: organisationId }, { organisation: { before, after: organisationId } });
    return { houseId: house.id };
  });
}
