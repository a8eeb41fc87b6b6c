import type { Context } from '../../../kernel/context.ts';
import { decodeId, decodeOptionalId } from '../../../kernel/global-id.ts';
import { inTransaction } from '../../../kernel/transaction.ts';
import { lockPremises } from '../find-in-register.ts';
import { requireArea, writeArea } from '../premises-entry.ts';
import { requireText } from '../register-entry.ts';
import type { CorrectAreaInput } from '../house.input.ts';
import { mayKeepRegister } from '../registry.policy.ts';

/**
 * May: whoever keeps the register. Changes: the area from now on, with its paper; what it was stays on record. Announces
 * AreaCorrected, and an assembly that can no longer take it into account refuses when it is named.
 */
export async function correctArea(context: Context, input: CorrectAreaInput): Promise<{ premisesId: string }> {
  return inTransaction(context, { command: 'correctArea' }, async (unit) => {
    const field = ['input', 'premisesId'];
    const { premises, house } = await lockPremises(
      context,
      unit,
      mayKeepRegister,
      decodeId('Premises', input.premisesId, field),
      field,
    );
    const after = requireArea(input.area);
    const document = requireText(input.document, ['document']);
    const assemblyId = decodeOptionalId('Assembly', input.assemblyId);
    const before = premises.areaHundredths;
    const at = new Date(context.receivedAt);
    unit.em.assign(premises, { areaHundredths: after });
    writeArea(context, unit, premises.id, { areaHundredths: after, since: at, document });
    unit.tell({ name: 'AreaCorrected', houseId: house.id, premisesId: premises.id, at, before, after, assemblyId });
    unit.record(
      { house: house.id, premises: premises.id, assembly: assemblyId },
      { area: { before: before.toString(), after: after.toString() } },
    );
    return { premisesId: premises.id };
  });
}
