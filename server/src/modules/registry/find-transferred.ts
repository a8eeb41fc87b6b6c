import type { Context } from '../../kernel/context.ts';
import { decodeId } from '../../kernel/global-id.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Unit } from '../../kernel/transaction.ts';
import { lockOwnership, lockPremises } from './find-in-register.ts';
import type { House } from './house.entity.ts';
import { Ownership, OwnershipHolder, type Ownership as OwnershipRow } from './ownership.entity.ts';
import type { Premises } from './premises.entity.ts';
import type { RecordTransferInput } from './ownership.input.ts';
import { isOwnedOn } from './rules/owned-on.ts';

export interface Sold {
  readonly ownership: OwnershipRow;
  readonly holderIds: readonly string[];
}

/** What passes on, under the lock of its premises: the ownership named, or all that a person owns in the premises. */
export async function findTransferred(
  context: Context,
  unit: Unit,
  may: Parameters<typeof lockPremises>[2],
  input: RecordTransferInput,
  at: Date,
): Promise<{ house: House; premises: Premises; sold: readonly Sold[] }> {
  const sellerId =
    input.fromPersonId == null ? null : decodeId('Person', input.fromPersonId, ['input', 'fromPersonId']);
  if (input.ownershipId != null) {
    const { ownership, house, premises } = await lockOwnership(context, unit, may, input.ownershipId);
    if (input.premisesId != null && decodeId('Premises', input.premisesId, ['input', 'premisesId']) !== premises.id) {
      throw new Refusal('INVALID_INPUT', { what: 'premisesId' }, ['input', 'premisesId']);
    }
    return { house, premises, sold: await owned(unit, [ownership], sellerId, at, 'ownershipId') };
  }
  if (input.premisesId == null || sellerId === null) {
    const missing = input.premisesId == null ? 'ownershipId' : 'fromPersonId';
    throw new Refusal('INVALID_INPUT', { what: missing }, ['input', missing]);
  }
  const field = ['input', 'premisesId'];
  const { premises, house } = await lockPremises(
    context,
    unit,
    may,
    decodeId('Premises', input.premisesId, field),
    field,
  );
  const here = await unit.em.find(
    Ownership,
    { premisesId: premises.id, withdrawnAt: null },
    { orderBy: { id: 'asc' } },
  );
  return { house, premises, sold: await owned(unit, here, sellerId, at, 'fromPersonId') };
}

/** Those in force at the moment and not ended since, held by the seller when one is named; none is a refusal. */
async function owned(
  unit: Unit,
  candidates: readonly OwnershipRow[],
  sellerId: string | null,
  at: Date,
  field: string,
): Promise<readonly Sold[]> {
  const holders = await unit.em.find(OwnershipHolder, { ownershipId: { $in: candidates.map(({ id }) => id) } });
  const sold = candidates
    .filter(({ since, until }) => until == null && isOwnedOn({ since: since.getTime(), until: null }, at.getTime()))
    .map((ownership) => ({
      ownership,
      holderIds: holders.filter(({ ownershipId }) => ownershipId === ownership.id).map(({ personId }) => personId),
    }))
    .filter(({ holderIds }) => sellerId === null || holderIds.includes(sellerId));
  if (sold.length === 0) throw new Refusal('NOT_OWNER_THEN', { at: at.toISOString() }, ['input', field]);
  return sold;
}
