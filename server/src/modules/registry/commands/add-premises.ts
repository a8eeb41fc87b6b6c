import type { Context } from '../../../kernel/context.ts';
import { newId } from '../../../kernel/new-id.ts';
import { inTransaction } from '../../../kernel/transaction.ts';
import { lockHouse } from '../find-in-register.ts';
import { premisesColumns, requireArea, requireNewPremises, writeArea } from '../premises-entry.ts';
import { Premises } from '../premises.entity.ts';
import { optionalText } from '../register-entry.ts';
import type { AddPremisesInput } from '../house.input.ts';
import { mayKeepRegister } from '../registry.policy.ts';

/** May: whoever keeps the register of the house. Changes: premises with their area from now on. Announces nothing. */
export async function addPremises(context: Context, input: AddPremisesInput): Promise<{ premisesId: string }> {
  return inTransaction(context, { command: 'addPremises' }, async (unit) => {
    const house = await lockHouse(context, unit, mayKeepRegister, input.houseId);
    const columns = premisesColumns(house, input);
    const areaHundredths = requireArea(input.area);
    const document = optionalText(input.document, ['document']) ?? '';
    await requireNewPremises(unit, house.id, columns, null);
    const premises = unit.em.create(Premises, {
      id: newId(),
      houseId: house.id,
      ...columns,
      areaHundredths,
      createdAt: unit.now,
      importId: null,
      withdrawnAt: null,
    });
    writeArea(context, unit, premises.id, { areaHundredths, since: new Date(context.receivedAt), document });
    unit.record({ house: house.id, premises: premises.id }, { area: areaHundredths.toString() });
    return { premisesId: premises.id };
  });
}
