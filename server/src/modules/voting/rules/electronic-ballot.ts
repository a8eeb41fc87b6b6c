/** An electronic decision is judged in one fixed order, at the time the server received it; it is all or nothing (art. 47.1 p. 6; art. 48). */
import type { RefusalCode } from '@veche/shared/refusals';
import { isComplete } from './answers.ts';
import { authorityOver, type ActingFacts, type Authority } from './entitlement.ts';

export interface EntryFacts {
  readonly id: string;
  readonly premisesId: string;
  readonly ownershipId: string;
  readonly lineageId: string;
  readonly holderIds: readonly string[];
  readonly since: number;
  readonly until: number | null;
  /** These square metres already have a counted ballot. */
  readonly taken: boolean;
}

export interface VotingPeriod {
  /** Announced or voting: what was cancelled, closed or never announced is not open whatever the time. */
  readonly running: boolean;
  readonly opensAt: number;
  readonly closesAt: number;
}

export interface ElectronicFacts {
  readonly receivedAt: number;
  readonly period: VotingPeriod;
  readonly acting: ActingFacts;
  /** What was named, in the order given; each with the entries of the roll that lie there. */
  readonly named: readonly (readonly EntryFacts[])[];
  readonly sheet: string;
  readonly itemCount: number;
}

export interface CastFor {
  readonly entry: EntryFacts;
  readonly authority: Extract<Authority, { ok: true }>;
}

export type ElectronicAnswer =
  | { readonly ok: true; readonly casts: readonly CastFor[] }
  | { readonly ok: false; readonly code: RefusalCode; /** Which of what was named. */ readonly at: number | null };

export function holdsAt(entry: EntryFacts, ownerId: string, at: number): boolean {
  return entry.holderIds.includes(ownerId) && entry.since <= at && (entry.until === null || at < entry.until);
}

export function judgeElectronicBallot(facts: ElectronicFacts): ElectronicAnswer {
  const { receivedAt, period, acting, named } = facts;
  if (!period.running || receivedAt < period.opensAt || receivedAt >= period.closesAt) {
    return { ok: false, code: 'NOT_OPEN', at: null };
  }
  const casts = new Map<string, CastFor>();
  for (const [at, entries] of named.entries()) {
    const own = entries.filter((entry) => holdsAt(entry, acting.ownerId, receivedAt));
    if (own.length === 0) return { ok: false, code: 'NOT_OWNER', at };
    for (const entry of own) {
      const authority = authorityOver(acting, entry.premisesId, receivedAt);
      if (!authority.ok) return { ok: false, code: 'NO_AUTHORITY', at };
      if (entry.taken) return { ok: false, code: 'ALREADY_VOTED', at };
      casts.set(entry.id, { entry, authority });
    }
  }
  if (casts.size === 0) return { ok: false, code: 'NOT_OWNER', at: null };
  if (!isComplete(facts.sheet, facts.itemCount)) return { ok: false, code: 'INCOMPLETE', at: null };
  return { ok: true, casts: [...casts.values()] };
}
