import { changedFields } from '../../../kernel/changed-fields.ts';
import type { Context } from '../../../kernel/context.ts';
import { decodeId } from '../../../kernel/global-id.ts';
import { inTransaction } from '../../../kernel/transaction.ts';
import { lockPremises } from '../find-in-register.ts';
import { premisesColumns, requireNewPremises } from '../premises-entry.ts';
import { requireVersion } from '../register-entry.ts';
import type { AmendPremisesInput } from '../house.input.ts';
import { mayKeepRegister } from '../registry.policy.ts';

/** May: whoever keeps the register. Changes: what is said of the premises, their area aside. Announces nothing. */
export async function amendPremises(context: Context, input: AmendPremisesInput): Promise<{ premisesId: string }> {
  return inTransaction(context, { command: 'amendPremises' }, async (unit) => {
    const field = ['input', 'premisesId'];
    const { premises, house } = await lockPremises(
      context,
      unit,
      mayKeepRegister,
      decodeId('Premises', input.premisesId, field),
      field,
    );
    requireVersion(premises.version, input.version);
    await unit.lock(house.id, 'exclusive');
    const columns = premisesColumns(house, {
      kind: input.kind ?? premises.kind,
      number: input.number ?? premises.number,
      entrance: input.entrance === undefined ? (premises.entrance ?? null) : input.entrance,
      floor: input.floor === undefined ? (premises.floor ?? null) : input.floor,
      cadastralNumber: input.cadastralNumber === undefined ? (premises.cadastralNumber ?? null) : input.cadastralNumber,
    });
    await requireNewPremises(unit, house.id, columns, premises.id);
    const { numberKey: _key, ...shown } = columns;
    const changes = changedFields(premises, shown);
    unit.em.assign(premises, columns);
    unit.record({ house: house.id, premises: premises.id }, changes);
    return { premisesId: premises.id };
  });
}
