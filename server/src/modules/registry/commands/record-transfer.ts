import type { Context } from '../../../kernel/context.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { inTransaction } from '../../../kernel/transaction.ts';
import { requirePersons } from '../find-in-register.ts';
import { findTransferred } from '../find-transferred.ts';
import { passOn } from '../pass-on.ts';
import { requirePast, requireSharesWithinOne, requireTitle, shareOf } from '../register-entry.ts';
import type { RecordTransferInput } from '../ownership.input.ts';
import { mayKeepRegister } from '../registry.policy.ts';
import { partOf } from '../rules/transferred-part.ts';

export interface Transferred {
  readonly premisesId: string;
  /** What the buyers got. */
  readonly ownershipIds: readonly string[];
  /** What stayed with the seller, when only a part was sold. */
  readonly keptIds: readonly string[];
}

/**
 * May: whoever keeps the register. Changes: an ownership ends at the moment of registration and goes on under new
 * holders; what was not sold goes on with the seller. Announces OwnershipTransferred for each.
 */
export async function recordTransfer(context: Context, input: RecordTransferInput): Promise<Transferred> {
  return inTransaction(context, { command: 'recordTransfer' }, async (unit) => {
    const at = requirePast(context, input.at, 'at');
    const { house, premises, sold } = await findTransferred(context, unit, mayKeepRegister, input, at);
    const toIds = await requirePersons(unit, input.toIds, 'toIds');
    const title = requireTitle(context, input.title);
    if (input.share && sold.length > 1) {
      // Which of several ownerships a part is taken from would be a guess.
      throw new Refusal('INVALID_INPUT', { what: 'share' }, ['input', 'share']);
    }
    const passed = sold.map(({ ownership, holderIds }) => {
      if (toIds.length === holderIds.length && toIds.every((id) => holderIds.includes(id))) {
        throw new Refusal('INVALID_INPUT', { what: 'toIds' }, ['input', 'toIds']);
      }
      const part = partOf(shareOf(ownership), input.share ?? null);
      if (!part.ok) throw new Refusal(part.code, part.facts, ['input', 'share']);
      return passOn(unit, { house, ownership, holderIds, toIds, title, at, part });
    });
    await requireSharesWithinOne(unit, premises.id);
    const ownershipIds = passed.map(({ bought }) => bought.id);
    const keptIds = passed.flatMap(({ kept }) => (kept ? [kept.id] : []));
    unit.record(
      {
        house: house.id,
        premises: premises.id,
        from: sold.map(({ ownership }) => ownership.id),
        to: ownershipIds,
        kept: keptIds,
        holders: toIds,
      },
      { at: at.toISOString(), share: input.share?.toString() ?? null },
    );
    return { premisesId: premises.id, ownershipIds, keptIds };
  });
}
