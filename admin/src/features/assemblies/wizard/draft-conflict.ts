import type { WizardForm } from './wizard-form.ts';

const moment = (written: string): string => written.replace('T', ' ');
const label = (one: { readonly label: string } | null): string => one?.label ?? '';
const joined = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(', ');

/** Everything that two people may have written differently, as it is shown to them. */
const parts = {
  title: ({ title }) => title,
  annual: ({ annual }, said) => said(annual),
  agenda: ({ agenda }) =>
    agenda.map(({ code, wording, proposal, entrance }) => joined([wording, proposal, code, entrance])).join('; '),
  initiator: ({ initiator }) => label(initiator),
  administrator: ({ administrator }) => label(administrator),
  administratorAddress: ({ administratorAddress }) => administratorAddress,
  chair: ({ chair }) => label(chair),
  secretary: ({ secretary }) => label(secretary),
  tellers: ({ tellers }) => joined(tellers.map(label)),
  acceptanceProcedure: ({ acceptanceProcedure }) => acceptanceProcedure,
  opensAt: ({ opensAt }) => moment(opensAt),
  closesAt: ({ closesAt }) => moment(closesAt),
  handedToAdministratorAt: ({ handedToAdministratorAt }) => moment(handedToAdministratorAt),
  paperAcceptedUntil: ({ paperAcceptedUntil }) => moment(paperAcceptedUntil),
  materialsPlace: ({ materialsPlace }) => materialsPlace,
  liveCounts: ({ liveCounts }) => liveCounts,
  fourEyes: ({ fourEyes }, said) => said(fourEyes),
} as const satisfies Record<string, (form: WizardForm, said: (yes: boolean) => string) => string>;

export type ConflictPart = keyof typeof parts;
export interface DraftConflict {
  readonly name: ConflictPart;
  readonly mine: string;
  readonly theirs: string;
}

/** What differs between two drafts; the titles when nothing that is shown does. */
export function conflictsBetween(
  mine: WizardForm,
  theirs: WizardForm,
  said: (yes: boolean) => string,
): readonly DraftConflict[] {
  const names = Object.keys(parts) as ConflictPart[];
  const both = names.map((name) => ({ name, mine: parts[name](mine, said), theirs: parts[name](theirs, said) }));
  const differing = both.filter((part) => part.mine !== part.theirs);
  return differing.length > 0 ? differing : both.slice(0, 1);
}
