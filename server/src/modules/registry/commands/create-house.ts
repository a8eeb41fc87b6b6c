import type { Context } from '../../../kernel/context.ts';
import { decodeOptionalId } from '../../../kernel/global-id.ts';
import { newId } from '../../../kernel/new-id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { inTransaction } from '../../../kernel/transaction.ts';
import { House } from '../house.entity.ts';
import { houseColumns, requireAddress, requireNewHouse, requireOrganisation } from '../house-entry.ts';
import type { CreateHouseInput } from '../house.input.ts';
import { mayCreateHouse } from '../registry.policy.ts';

/**
 * May: the platform; an assembly administrator for an organisation of theirs. Changes: a house. Announces nothing.
 */
export async function createHouse(context: Context, input: CreateHouseInput): Promise<{ houseId: string }> {
  return inTransaction(context, { command: 'createHouse' }, async (unit) => {
    const organisationId = decodeOptionalId('Organisation', input.organisationId);
    if (!mayCreateHouse(context.viewer, organisationId)) throw new Refusal('NOT_ALLOWED');
    await requireOrganisation(unit, organisationId);
    const { address, key } = requireAddress(input);
    const columns = houseColumns(context, input);
    await requireNewHouse(unit, key, columns.fiasId, null);
    const house = unit.em.create(House, {
      id: newId(),
      ...columns,
      ...address,
      addressKey: key,
      organisationId,
      createdAt: unit.now,
      importId: null,
      withdrawnAt: null,
    });
    unit.record({ house: house.id, organisation: organisationId });
    return { houseId: house.id };
  });
}
