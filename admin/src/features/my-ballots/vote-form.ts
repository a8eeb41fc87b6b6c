import type { Vote } from '@veche/shared/operations';
import type { VotingRight } from './useVote.ts';

export const answers = ['FOR', 'AGAINST', 'ABSTAIN'] as const satisfies Vote[];

/** What is being filled in. Nothing is answered beforehand; squares without a ballot are taken together. */
export interface VoteForm {
  ownerId: string;
  ownershipIds: string[];
  votes: Record<string, Vote>;
}

export const emptyVote = (): VoteForm => ({ ownerId: '', ownershipIds: [], votes: {} });

export function isVoteForm(kept: unknown): kept is VoteForm {
  if (typeof kept !== 'object' || kept === null || !('votes' in kept) || !('ownershipIds' in kept)) return false;
  const { votes, ownershipIds } = kept;
  return (
    'ownerId' in kept &&
    typeof kept.ownerId === 'string' &&
    Array.isArray(ownershipIds) &&
    typeof votes === 'object' &&
    votes !== null &&
    Object.values(votes).every((answer) => (answers as readonly unknown[]).includes(answer))
  );
}

export interface Owner {
  readonly id: string;
  readonly name: string;
  readonly rights: readonly VotingRight[];
}

/** Whom one may vote for: one submission is of one owner. */
export function ownersOf(rights: readonly VotingRight[]): readonly Owner[] {
  const known = Map.groupBy(rights, ({ owner }) => owner?.id ?? '');
  return [...known].map(([id, own]) => ({ id, name: own[0]?.owner?.displayName ?? '—', rights: own }));
}

export const openOf = ({ rights }: Owner): readonly string[] =>
  rights.filter(({ voted }) => !voted).map(({ ownershipId }) => ownershipId);

/** Brings the form to what may still be voted with: an owner with something open, and of theirs only what is open. */
export function fitVote(form: VoteForm, owners: readonly Owner[]): VoteForm {
  const able = owners.filter((one) => one.id !== '' && openOf(one).length > 0);
  const owner = able.find(({ id }) => id === form.ownerId) ?? able[0];
  if (!owner) return { ...form, ownerId: '', ownershipIds: [] };
  const open = openOf(owner);
  const kept = form.ownershipIds.filter((id) => open.includes(id));
  return { ...form, ownerId: owner.id, ownershipIds: kept.length > 0 ? kept : [...open] };
}

/** The first item without an answer; null when all have one. */
export function unanswered(form: VoteForm, itemIds: readonly string[]): string | null {
  return itemIds.find((id) => form.votes[id] === undefined) ?? null;
}
