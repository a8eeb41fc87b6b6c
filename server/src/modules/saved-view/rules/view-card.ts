/** A name for a person to read, and the query of a link: neither empty nor without end. */
export type CardAnswer =
  | { readonly ok: true; readonly name: string }
  | { readonly ok: false; readonly field: 'name' | 'list' | 'link' };

const longestLink = 2_000;

export function readViewName(name: string): string | null {
  const plain = name.trim().replaceAll(/\s+/gu, ' ');
  return plain.length >= 1 && plain.length <= 80 ? plain : null;
}

/** As the console calls its lists and their columns. */
export function isListName(name: string): boolean {
  return /^[a-z][a-zA-Z-]{0,39}$/.test(name);
}

export function areColumns(names: readonly string[]): boolean {
  return names.length >= 1 && names.length <= 40 && new Set(names).size === names.length && names.every(isListName);
}

export function readViewCard(card: {
  readonly name: string;
  readonly list: string;
  readonly link: string;
}): CardAnswer {
  const name = readViewName(card.name);
  if (name === null) return { ok: false, field: 'name' };
  if (!isListName(card.list)) return { ok: false, field: 'list' };
  if (card.link.length > longestLink || !/^[\w%.~+&=*,:;@!'()-]*$/.test(card.link)) return { ok: false, field: 'link' };
  return { ok: true, name };
}
