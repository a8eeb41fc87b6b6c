export const wizardSteps = ['BASICS', 'AGENDA', 'PEOPLE', 'TIMELINE', 'MATERIALS', 'NOTICE'] as const;
export type WizardStep = (typeof wizardSteps)[number];

const places: Readonly<Record<string, WizardStep>> = {
  houseId: 'BASICS',
  form: 'BASICS',
  title: 'BASICS',
  agenda: 'AGENDA',
  opensAt: 'TIMELINE',
  closesAt: 'TIMELINE',
  handedToAdministratorAt: 'TIMELINE',
  paperAcceptedUntil: 'TIMELINE',
  materialsPlace: 'MATERIALS',
};

/** Where the field stands that a refusal is about; a person's, where it is none of the others. */
export function stepOf(field: readonly string[] | null | undefined): WizardStep | null {
  const name = field?.[1];
  if (name === undefined || name === 'version') return null;
  return places[name] ?? 'PEOPLE';
}
