import type { OrganisationCardFragment, OrganisationKind, OrganisationSort } from '@veche/shared/operations';

export const organisationKinds = ['MANAGING_COMPANY', 'HOA', 'PUBLIC_BODY'] as const satisfies OrganisationKind[];
const organisationSorts = ['NAME', 'NAME_DESCENDING', 'NEWEST', 'OLDEST'] as const satisfies OrganisationSort[];

export const organisationList = {
  name: 'organisations',
  filters: { kind: organisationKinds },
  sorts: organisationSorts,
  columns: ['name', 'kind', 'ogrn', 'phone', 'postAddress', 'site'],
  hidden: ['postAddress', 'site'],
} as const;

export const organisationFields = ['name', 'ogrn', 'phone', 'postAddress', 'site'] as const;

export interface OrganisationForm extends Record<(typeof organisationFields)[number], string> {
  kind: OrganisationKind;
}

export function formOf(card: OrganisationCardFragment | null): OrganisationForm {
  return {
    kind: card?.kind ?? 'MANAGING_COMPANY',
    name: card?.name ?? '',
    ogrn: card?.ogrn ?? '',
    phone: card?.phone ?? '',
    postAddress: card?.postAddress ?? '',
    site: card?.site ?? '',
  };
}

export function differs(form: OrganisationForm, card: OrganisationCardFragment | null): boolean {
  const before = formOf(card);
  return form.kind !== before.kind || organisationFields.some((name) => form[name].trim() !== before[name]);
}
