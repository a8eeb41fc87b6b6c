/** Who may cast for an owner: the owner, the head of a body, a parent of a minor, or the holder of a power of attorney (art. 48 p. 1–2; ГК art. 28, 53, 185). */

export interface ProxyFacts {
  readonly id: string;
  readonly holderId: string;
  readonly mayVote: boolean;
  /** null: everything the owner has in the house. */
  readonly premisesIds: readonly string[] | null;
  readonly validFrom: number;
  readonly validUntil: number;
  readonly revokedAt: number | null;
}

export interface GuardianFacts {
  readonly parentId: string;
  readonly since: number;
  readonly until: number | null;
}

export interface ActingFacts {
  readonly ownerId: string;
  /** When the owner comes of age; null for whoever is. A minor does not vote alone. */
  readonly ownerOfAgeAt: number | null;
  /** The person who acts, and every body whose head they are. */
  readonly actorId: string;
  readonly actorIds: readonly string[];
  readonly actorOfAgeAt: number | null;
  readonly guardians: readonly GuardianFacts[];
  readonly proxies: readonly ProxyFacts[];
}

export type Authority =
  | { readonly ok: true; readonly by: 'OWNER' | 'HEAD' | 'PARENT'; readonly proxyId: null }
  | { readonly ok: true; readonly by: 'PROXY'; readonly proxyId: string }
  | { readonly ok: false };

const isMinor = (ofAgeAt: number | null, at: number): boolean => ofAgeAt !== null && at < ofAgeAt;

/** Judged at the moment of voting, or of the hand-over of paper; a term is `[from, until)`. */
export function authorityOver(facts: ActingFacts, premisesId: string, at: number): Authority {
  const { ownerId, actorId, actorIds } = facts;
  const ownerIsMinor = isMinor(facts.ownerOfAgeAt, at);
  if (!ownerIsMinor && actorId === ownerId) return { ok: true, by: 'OWNER', proxyId: null };
  if (isMinor(facts.actorOfAgeAt, at)) return { ok: false };
  if (!ownerIsMinor && actorIds.includes(ownerId)) return { ok: true, by: 'HEAD', proxyId: null };
  const isParent = facts.guardians.some(
    ({ parentId, since, until }) => actorIds.includes(parentId) && since <= at && (until === null || at < until),
  );
  if (ownerIsMinor && isParent) return { ok: true, by: 'PARENT', proxyId: null };
  const proxy = facts.proxies.find(
    (one) =>
      one.mayVote &&
      actorIds.includes(one.holderId) &&
      one.validFrom <= at &&
      at < one.validUntil &&
      (one.revokedAt === null || at < one.revokedAt) &&
      (one.premisesIds === null || one.premisesIds.includes(premisesId)),
  );
  return proxy ? { ok: true, by: 'PROXY', proxyId: proxy.id } : { ok: false };
}
