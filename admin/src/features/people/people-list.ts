import type { PersonKind, PersonSort } from '@veche/shared/operations';

export const personKinds = ['PERSON', 'COMPANY', 'PUBLIC'] as const satisfies PersonKind[];
const personSorts = ['NAME', 'NAME_DESCENDING', 'NEWEST', 'OLDEST'] as const satisfies PersonSort[];

export const peopleList = {
  name: 'people',
  filters: { kind: personKinds },
  sorts: personSorts,
  columns: ['name', 'kind', 'snils', 'ogrn'],
} as const;

/** A whole СНИЛС or ОГРН is looked up exactly, anything else by the words of a name. */
export function asked(text: string): { snils?: string; ogrn?: string; name?: string } {
  const digits = text.replaceAll(/[\s-]/g, '');
  if (/^\d{11}$/.test(digits)) return { snils: digits };
  if (/^\d{13}$|^\d{15}$/.test(digits)) return { ogrn: digits };
  return text === '' ? {} : { name: text };
}
