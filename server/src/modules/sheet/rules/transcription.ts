/** What one person read on a sheet; two of them count only where they are the same (domain: a second person confirms blind). */
import type { SheetState } from './sheet-lifecycle.ts';

export interface Transcript {
  readonly ownerId: string;
  readonly premisesIds: readonly string[];
  readonly actedById: string;
  readonly signed: boolean;
  /** The date on the sheet, YYYY-MM-DD; null where it bears none. */
  readonly signedOn: string | null;
  readonly sheet: string;
}

export const differenceKinds = ['OWNER', 'PREMISES', 'ACTED_BY', 'SIGNED', 'SIGNED_ON', 'VOTES'] as const;
export type DifferenceKind = (typeof differenceKinds)[number];

export function differencesOf(first: Transcript, second: Transcript): readonly DifferenceKind[] {
  const same = {
    OWNER: first.ownerId === second.ownerId,
    PREMISES: first.premisesIds.toSorted().join() === second.premisesIds.toSorted().join(),
    ACTED_BY: first.actedById === second.actedById,
    SIGNED: first.signed === second.signed,
    SIGNED_ON: first.signedOn === second.signedOn,
    VOTES: first.sheet === second.sheet,
  };
  return differenceKinds.filter((kind) => !same[kind]);
}

/** Nobody transcribes the same sheet twice, whatever account or app they come with. */
export function isOtherPerson(personId: string, before: readonly { readonly byPersonId: string }[]): boolean {
  return before.every(({ byPersonId }) => byPersonId !== personId);
}

/** A second pair of eyes that has seen what the first read is none: until both are made, everybody sees only their own. */
export function maySeeTranscription(state: SheetState, byPersonId: string, viewerPersonId: string): boolean {
  return (state !== 'TAKEN_IN' && state !== 'ENTERED') || byPersonId === viewerPersonId;
}
