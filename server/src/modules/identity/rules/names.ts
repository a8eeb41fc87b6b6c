/** Names of one person may be spelled with or without ё, in any case and spacing; they are one name then. */

export interface Names {
  readonly familyName?: string | null | undefined;
  readonly givenName?: string | null | undefined;
  readonly patronymic?: string | null | undefined;
  readonly bodyName?: string | null | undefined;
}

/** One space between words, none around them; null for nothing, and for what has no letter or digit in it. */
export function readName(text: string | null | undefined): string | null {
  const tidy = (text ?? '').normalize('NFC').replaceAll(/\s+/g, ' ').trim();
  return /[\p{L}\p{N}]/u.test(tidy) && tidy.length <= 300 && !/\p{Cc}/u.test(tidy) ? tidy : null;
}

function comparable(text: string | null | undefined): string {
  return (readName(text) ?? '')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/[«»“”„"']/g, '');
}

export function sameNames(one: Names, other: Names): boolean {
  return (
    comparable(one.familyName) === comparable(other.familyName) &&
    comparable(one.givenName) === comparable(other.givenName) &&
    comparable(one.patronymic) === comparable(other.patronymic) &&
    comparable(one.bodyName) === comparable(other.bodyName)
  );
}

/** As a list shows it: family name first, or the name of the company. */
export function displayName(names: Names): string {
  return (
    names.bodyName ??
    [names.familyName, names.givenName, names.patronymic].filter((part) => part != null && part !== '').join(' ')
  );
}
