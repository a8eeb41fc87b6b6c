/** A written decision is always kept; it counts unless one of these reasons, in this order, speaks against it (art. 47.1 p. 7; art. 48 p. 4–6). */
import { isEmpty } from './answers.ts';
import { holdsAt, type EntryFacts, type VotingPeriod } from './electronic-ballot.ts';
import { authorityOver, type ActingFacts, type Authority } from './entitlement.ts';

export interface PaperFacts {
  /** When it was handed to the administrator. */
  readonly handedOverAt: number;
  readonly period: VotingPeriod;
  /** The last moment to hand over paper, itself included. */
  readonly acceptedUntil: number;
  readonly signed: boolean;
  readonly acting: ActingFacts;
  readonly premisesId: string;
  /** Entries of the roll on the premises named. */
  readonly entries: readonly EntryFacts[];
  readonly sheet: string;
}

export type PaperReason = 'LATE' | 'EARLY' | 'UNSIGNED' | 'NOT_OWNER' | 'NO_AUTHORITY' | 'EMPTY' | 'ALREADY_VOTED';

/** One for each ownership the sheet stands for; a single one without an entry when the named owner owned nothing there. */
export interface PaperFate {
  readonly entry: EntryFacts | null;
  readonly authority: Extract<Authority, { ok: true }> | null;
  /** null: it counts. */
  readonly reason: PaperReason | null;
}

export function judgePaperBallot(facts: PaperFacts): readonly PaperFate[] {
  const { handedOverAt, acting } = facts;
  const own = facts.entries.filter((entry) => holdsAt(entry, acting.ownerId, handedOverAt));
  const authority = authorityOver(acting, facts.premisesId, handedOverAt);
  const granted = authority.ok ? authority : null;
  const reason = reasonAgainst(facts, own.length > 0, authority.ok);
  if (own.length === 0) return [{ entry: null, authority: granted, reason: reason ?? 'NOT_OWNER' }];
  return own.map((entry) => ({ entry, authority: granted, reason: reason ?? (entry.taken ? 'ALREADY_VOTED' : null) }));
}

function reasonAgainst(facts: PaperFacts, owned: boolean, authorised: boolean): PaperReason | null {
  // The second of the limit is included, all of it.
  if (Math.floor(facts.handedOverAt / 1000) > Math.floor(facts.acceptedUntil / 1000)) return 'LATE';
  if (facts.handedOverAt < facts.period.opensAt) return 'EARLY';
  if (!facts.signed) return 'UNSIGNED';
  if (!owned) return 'NOT_OWNER';
  if (!authorised) return 'NO_AUTHORITY';
  return isEmpty(facts.sheet) ? 'EMPTY' : null;
}
