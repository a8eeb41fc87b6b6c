/** Whose ballots a print run holds, in the order of the flats, so that a stack is handed out walking down the stairs. */

export interface OwnedPart {
  readonly ownershipId: string;
  readonly holderIds: readonly string[];
  readonly entrance: number | null;
}

export interface BallotToPrint {
  readonly ownerId: string;
  readonly ownershipIds: readonly string[];
}

export interface PrintWish {
  readonly entrance: number | null;
  readonly ownerId: string | null;
  /** One document for each ownership; otherwise one for each owner with all of theirs. */
  readonly perOwnership: boolean;
}

/**
 * `parts` come in the order of the flats. Joint holders have a ballot each: either may hand theirs in, and the first one on
 * record counts. An owner with premises in two entrances is printed once, where the first of them is.
 */
export function ballotsToPrint(parts: readonly OwnedPart[], wish: PrintWish): readonly BallotToPrint[] {
  const byOwner = new Map<string, OwnedPart[]>();
  for (const part of parts) {
    for (const holder of part.holderIds) {
      if (wish.ownerId !== null && holder !== wish.ownerId) continue;
      byOwner.set(holder, [...(byOwner.get(holder) ?? []), part]);
    }
  }
  const isWished = (part: OwnedPart | undefined): boolean =>
    part !== undefined && (wish.entrance === null || part.entrance === wish.entrance);
  return [...byOwner].flatMap(([ownerId, owned]) => {
    if (!wish.perOwnership)
      return isWished(owned[0]) ? [{ ownerId, ownershipIds: owned.map(({ ownershipId }) => ownershipId) }] : [];
    return owned.filter(isWished).map(({ ownershipId }) => ({ ownerId, ownershipIds: [ownershipId] }));
  });
}
