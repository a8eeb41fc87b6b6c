/** How an organisation is named, numbered and reached; contacts stand in every notice (art. 45 p. 5), so they must work. */
import { readPhone } from './contacts.ts';
import { readName } from './names.ts';
import { readOgrn } from './ogrn.ts';

export interface OrganisationCard {
  readonly name: string;
  readonly ogrn: string;
  readonly postAddress: string | null;
  readonly phone: string | null;
  readonly site: string | null;
}

export type OrganisationAnswer =
  | { readonly ok: true; readonly card: OrganisationCard }
  | { readonly ok: false; readonly field: keyof OrganisationCard };

function readSite(text: string): string | null {
  const site = text.trim();
  return /^https?:\/\/[\p{L}\p{N}][\p{L}\p{N}.-]*(:\d{1,5})?(\/[^\s<>"]*)?$/u.test(site) && site.length <= 300
    ? site
    : null;
}

export function readOrganisation(written: {
  readonly [Field in keyof OrganisationCard]?: string | null | undefined;
}): OrganisationAnswer {
  const name = readName(written.name);
  if (name === null) return { ok: false, field: 'name' };
  const ogrn = readOgrn(written.ogrn ?? '');
  if (ogrn === null) return { ok: false, field: 'ogrn' };
  const postAddress = written.postAddress == null ? null : readName(written.postAddress);
  if (written.postAddress != null && postAddress === null) return { ok: false, field: 'postAddress' };
  const phone = written.phone == null ? null : readPhone(written.phone);
  if (written.phone != null && phone === null) return { ok: false, field: 'phone' };
  const site = written.site == null ? null : readSite(written.site);
  if (written.site != null && site === null) return { ok: false, field: 'site' };
  return { ok: true, card: { name, ogrn, postAddress, phone, site } };
}
