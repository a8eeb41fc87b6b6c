import type { Context } from '../../../kernel/context.ts';
import { decodeId } from '../../../kernel/global-id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { inTransaction } from '../../../kernel/transaction.ts';
import { lockPremises, requirePersons } from '../find-in-register.ts';
import { requirePast, requireShare, requireSharesWithinOne, requireTitle, writeOwnership } from '../register-entry.ts';
import type { RecordOwnershipInput } from '../ownership.input.ts';
import { mayKeepRegister } from '../registry.policy.ts';

/** May: whoever keeps the register. Changes: one ownership more, never past the whole. Announces OwnershipRecorded. */
export async function recordOwnership(context: Context, input: RecordOwnershipInput): Promise<{ ownershipId: string }> {
  return inTransaction(context, { command: 'recordOwnership' }, async (unit) => {
    const field = ['input', 'premisesId'];
    const { premises, house } = await lockPremises(
      context,
      unit,
      mayKeepRegister,
      decodeId('Premises', input.premisesId, field),
      field,
    );
    const holderIds = await requirePersons(unit, input.holderIds, 'holderIds');
    const share = requireShare(input.share);
    const title = requireTitle(context, input.title);
    const since = requirePast(context, input.since, 'since');
    const until = input.until ? requirePast(context, input.until, 'until') : null;
    if (until && until <= since) throw new Refusal('INVALID_INPUT', { what: 'until' }, ['input', 'until']);
    const joint = holderIds.length > 1;
    const ownership = writeOwnership(unit, {
      ...title,
      premisesId: premises.id,
      holderIds,
      joint,
      share,
      since,
      until,
      previousId: null,
    });
    await requireSharesWithinOne(unit, premises.id);
    unit.tell({
      name: 'OwnershipRecorded',
      houseId: house.id,
      premisesId: premises.id,
      since,
      until,
      ownership: {
        ownershipId: ownership.id,
        holderIds,
        shareNumerator: share.numerator,
        shareDenominator: share.denominator,
      },
    });
    unit.record(
      { house: house.id, premises: premises.id, ownership: ownership.id, holders: holderIds },
      { share: share.toString(), joint, since: since.toISOString(), until: until?.toISOString() ?? null },
    );
    return { ownershipId: ownership.id };
  });
}
