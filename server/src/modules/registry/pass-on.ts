import type { Fraction } from '../../kernel/fraction.ts';
import type { Unit } from '../../kernel/transaction.ts';
import type { House } from './house.entity.ts';
import type { Ownership as OwnershipRow } from './ownership.entity.ts';
import { writeOwnership, type Title } from './register-entry.ts';
import type { Part } from './rules/transferred-part.ts';

export interface Passing {
  readonly house: House;
  readonly ownership: OwnershipRow;
  readonly holderIds: readonly string[];
  readonly toIds: readonly string[];
  readonly title: Title;
  readonly at: Date;
  readonly part: Part;
}

/** One ownership ends and goes on as one or two; whoever has it on a roll hears of it within the transaction. */
export function passOn(unit: Unit, passing: Passing): { bought: OwnershipRow; kept: OwnershipRow | null } {
  const { house, ownership, holderIds, toIds, title, at, part } = passing;
  unit.em.assign(ownership, { until: at });
  const from = { premisesId: ownership.premisesId, since: at, until: null, previousId: ownership.id };
  const bought = writeOwnership(unit, {
    ...from,
    ...title,
    holderIds: toIds,
    joint: toIds.length > 1,
    share: part.sold,
  });
  const kept =
    part.kept &&
    writeOwnership(unit, {
      ...from,
      titleKind: ownership.titleKind ?? '',
      titleNumber: ownership.titleNumber ?? null,
      titleDate: ownership.titleDate ?? null,
      holderIds,
      joint: ownership.joint,
      share: part.kept,
    });
  unit.tell({
    name: 'OwnershipTransferred',
    houseId: house.id,
    premisesId: ownership.premisesId,
    fromOwnershipId: ownership.id,
    at,
    successors: [
      successor(bought, toIds, part.sold),
      ...(kept && part.kept ? [successor(kept, holderIds, part.kept)] : []),
    ],
  });
  return { bought, kept };
}

function successor(ownership: OwnershipRow, holderIds: readonly string[], share: Fraction) {
  return {
    ownershipId: ownership.id,
    holderIds,
    shareNumerator: share.numerator,
    shareDenominator: share.denominator,
  };
}
