import { changedFields } from '../../../kernel/changed-fields.ts';
import type { Context } from '../../../kernel/context.ts';
import { inTransaction } from '../../../kernel/transaction.ts';
import { lockHouse } from '../find-in-register.ts';
import { houseColumns, requireAddress, requireNewHouse } from '../house-entry.ts';
import { requireVersion } from '../register-entry.ts';
import type { AmendHouseInput } from '../house.input.ts';
import { mayKeepRegister } from '../registry.policy.ts';

/** May: whoever keeps the register of the house. Changes: what is said of the house. Announces nothing. */
export async function amendHouse(context: Context, input: AmendHouseInput): Promise<{ houseId: string }> {
  return inTransaction(context, { command: 'amendHouse' }, async (unit) => {
    const house = await lockHouse(context, unit, mayKeepRegister, input.houseId);
    requireVersion(house.version, input.version);
    const { houseId: _house, version: _version, ...written } = input;
    const said = Object.fromEntries(Object.entries(written).filter(([, value]) => value !== undefined));
    const merged = { ...house, ...said };
    const { address, key } = requireAddress(merged);
    const columns = houseColumns(context, merged);
    await requireNewHouse(unit, key, columns.fiasId, house.id);
    const changes = changedFields(house, { ...columns, ...address });
    unit.em.assign(house, { ...columns, ...address, addressKey: key });
    unit.record({ house: house.id }, changes);
    return { houseId: house.id };
  });
}
