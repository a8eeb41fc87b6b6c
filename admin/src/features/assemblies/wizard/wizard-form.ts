import type { AmendAssemblyInput, AssemblyDraftQuery, AssemblyForm, LiveCounts } from '@veche/shared/operations';
import type { DraftItem, Party, Picked } from './draft-item.ts';
import { momentOf, wallTimeOf } from '../../../lib/wall-time.ts';

export type ShownDraft = NonNullable<AssemblyDraftQuery['assembly']>;

/** Everything the wizard asks, as it stands in its fields; times are those on the wall of the house. */
export interface WizardForm {
  house: Picked | null;
  form: AssemblyForm;
  annual: boolean;
  title: string;
  agenda: DraftItem[];
  opensAt: string;
  closesAt: string;
  handedToAdministratorAt: string;
  paperAcceptedUntil: string;
  liveCounts: LiveCounts;
  fourEyes: boolean;
  initiator: Party | null;
  administrator: Party | null;
  administratorAddress: string;
  acceptanceProcedure: string;
  materialsPlace: string;
  chair: Picked | null;
  secretary: Picked | null;
  tellers: Picked[];
  /** The version of the draft that these fields were taken from; 0: none is stored yet. */
  version: number;
}

export const timeZone = 'Europe/Moscow';
export function emptyForm(): WizardForm {
  return {
    house: null,
    form: 'SYSTEM',
    annual: false,
    title: '',
    agenda: [],
    opensAt: '',
    closesAt: '',
    handedToAdministratorAt: '',
    paperAcceptedUntil: '',
    liveCounts: 'TURNOUT_ONLY',
    fourEyes: true,
    initiator: null,
    administrator: null,
    administratorAddress: '',
    acceptanceProcedure: '',
    materialsPlace: '',
    chair: null,
    secretary: null,
    tellers: [],
    version: 0,
  };
}

/** Whether what a browser kept still has the fields of today. */
export function isWizardForm(kept: unknown): kept is WizardForm {
  if (typeof kept !== 'object' || kept === null) return false;
  const names = Object.keys(emptyForm());
  return names.every((name) => name in kept) && Array.isArray((kept as WizardForm).agenda);
}

const person = (one: { id: string; displayName: string } | null | undefined): Picked | null =>
  one ? { id: one.id, label: one.displayName } : null;
/** One person, or else one organisation. */
const party = (
  somebody: { id: string; displayName: string } | null | undefined,
  organisation: { id: string; name: string } | null | undefined,
): Party | null => {
  if (somebody) return { id: somebody.id, label: somebody.displayName, kind: 'PERSON' };
  return organisation ? { id: organisation.id, label: organisation.name, kind: 'ORGANISATION' } : null;
};
const idOf = (one: Party | null, kind: Party['kind']): string | null => (one?.kind === kind ? one.id : null);

export function formOf(draft: ShownDraft): WizardForm {
  const wall = (moment: string | null | undefined): string =>
    moment == null ? '' : wallTimeOf(moment, draft.timeZone);
  return {
    house: { id: draft.house.id, label: draft.house.address },
    form: draft.form,
    annual: draft.annual,
    title: draft.title,
    agenda: draft.agenda.map((item) => ({
      key: item.id,
      code: item.code,
      wording: item.wording,
      proposal: item.proposal ?? '',
      entrance: item.entrance == null ? '' : String(item.entrance),
      premises: item.premisesId == null ? null : { id: item.premisesId, label: '' },
    })),
    opensAt: wall(draft.opensAt),
    closesAt: wall(draft.closesAt),
    handedToAdministratorAt: wall(draft.handedToAdministratorAt),
    paperAcceptedUntil: wall(draft.paperAcceptedUntil),
    liveCounts: draft.liveCounts,
    fourEyes: draft.fourEyes,
    initiator: party(draft.initiatorPerson, draft.initiatorOrganisation),
    administrator: party(draft.administratorPerson, draft.administratorOrganisation),
    administratorAddress: draft.administratorAddress ?? '',
    acceptanceProcedure: draft.acceptanceProcedure ?? '',
    materialsPlace: draft.materialsPlace ?? '',
    chair: person(draft.chair),
    secretary: person(draft.secretary),
    tellers: draft.tellers.flatMap((teller) => person(teller) ?? []),
    version: draft.version,
  };
}

export function fieldsOf(form: WizardForm): Omit<AmendAssemblyInput, 'assemblyId' | 'version'> {
  const moment = (wall: string): string | null => momentOf(wall, timeZone);
  const entrance = (text: string): number | null => (/^\d+$/.test(text.trim()) ? Number(text) : null);
  return {
    title: form.title,
    annual: form.annual,
    initiatorPersonId: idOf(form.initiator, 'PERSON'),
    initiatorOrganisationId: idOf(form.initiator, 'ORGANISATION'),
    administratorPersonId: idOf(form.administrator, 'PERSON'),
    administratorOrganisationId: idOf(form.administrator, 'ORGANISATION'),
    administratorAddress: form.administratorAddress,
    acceptanceProcedure: form.acceptanceProcedure,
    materialsPlace: form.materialsPlace,
    chairId: form.chair?.id ?? null,
    secretaryId: form.secretary?.id ?? null,
    tellerIds: form.tellers.map(({ id }) => id),
    liveCounts: form.liveCounts,
    fourEyes: form.fourEyes,
    opensAt: moment(form.opensAt),
    closesAt: moment(form.closesAt),
    handedToAdministratorAt: moment(form.handedToAdministratorAt),
    paperAcceptedUntil: moment(form.paperAcceptedUntil),
    agenda: form.agenda.map((item) => ({
      code: item.code,
      wording: item.wording,
      proposal: item.proposal,
      entrance: entrance(item.entrance),
      premisesId: item.premises?.id ?? null,
    })),
  };
}

/** Then nothing has to be handed over (art. 47.1 p. 3). */
export function isInitiatorAdministrator({ initiator, administrator }: WizardForm): boolean {
  return initiator !== null && initiator.id === administrator?.id;
}
