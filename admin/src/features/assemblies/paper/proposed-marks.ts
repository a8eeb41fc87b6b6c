import type { DeskSheet, Vote } from './useSheetDesk.ts';

type Agenda = readonly { readonly id: string; readonly position: number }[];
export type Proposal = NonNullable<DeskSheet['scan']>['proposals'][number];

/** What a machine saw, by item. Items of pages that it did not read are left out. */
export function proposalsByItem(agenda: Agenda, proposals: readonly Proposal[]): ReadonlyMap<string, Proposal> {
  const items = new Map(agenda.map(({ id, position }) => [position, id]));
  return new Map(
    proposals.flatMap((proposal) => {
      const id = items.get(proposal.item);
      return id === undefined ? [] : [[id, proposal] as const];
    }),
  );
}

/** The marks to begin with: one plain mark each. What is doubtful is never filled in for a person. */
export function proposedMarks(proposals: ReadonlyMap<string, Proposal>): Record<string, Vote[]> {
  return Object.fromEntries(
    [...proposals].flatMap(([id, { answer }]) => (answer == null ? [] : [[id, [answer]] as const])),
  );
}

/** Enter takes over what is plain, a blank item too; at a doubtful one a person has to look. */
export function isPlain({ answer, unanswered }: Proposal): boolean {
  return answer != null || unanswered;
}
