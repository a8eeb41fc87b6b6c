/** What each column seems to mean: by its heading where there is one, else by its place. A person confirms it. */
import type { Cell } from './cell.ts';
import { headingWords } from './heading-words.ts';
import { fieldsOf, type ImportField, type ImportKind } from './import-field.ts';

export function plainHeading(text: string): string {
  return text
    .replaceAll('№', ' номер ')
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The first field of the kind wins a heading that fits two. */
function headingsOf(kind: ImportKind): ReadonlyMap<string, ImportField> {
  const pairs = fieldsOf(kind).flatMap((field) => headingWords[field].map((heading) => [heading, field] as const));
  return new Map(pairs.toReversed());
}

const headingFields = { HOUSES: headingsOf('HOUSES'), REGISTER: headingsOf('REGISTER') };

function exactly(kind: ImportKind, heading: string): ImportField | null {
  return headingFields[kind].get(heading) ?? null;
}

/** «Площадь помещения, м²» begins as «площадь помещения» does; the longest beginning wins. */
function beginning(kind: ImportKind, heading: string): ImportField | null {
  const found = fieldsOf(kind).flatMap((field) =>
    headingWords[field]
      .filter((words) => words.length > 3 && heading.startsWith(`${words} `))
      .map((words) => ({ field, words })),
  );
  return found.toSorted((a, b) => b.words.length - a.words.length)[0]?.field ?? null;
}

export function proposeByHeadings(kind: ImportKind, headings: readonly (string | null)[]): (ImportField | null)[] {
  const taken = new Set<ImportField>();
  const plain = headings.map((heading) => plainHeading(heading ?? ''));
  const take = (field: ImportField | null): ImportField | null => {
    if (field === null || taken.has(field)) return null;
    taken.add(field);
    return field;
  };
  const exact = plain.map((heading) => take(exactly(kind, heading)));
  return exact.map((field, at) => field ?? take(beginning(kind, plain[at] ?? '')));
}

export function proposeByPlace(kind: ImportKind, width: number): (ImportField | null)[] {
  return Array.from({ length: width }, (_, at) => fieldsOf(kind)[at] ?? null);
}

/** At least two cells, and half of all, are headings word for word: the first row of a table, or one repeated on a page break. */
export function isHeadingRow(kind: ImportKind, cells: readonly (Cell | null)[]): boolean {
  const filled = cells.filter((cell) => cell !== null);
  // No heading has a digit in it, and most rows are told apart by that.
  const isHeading = ({ kind: cellKind, text }: Cell): boolean =>
    cellKind === 'TEXT' && !/\d/.test(text) && exactly(kind, plainHeading(text)) !== null;
  let [headings, others] = [0, 0];
  for (const cell of filled) {
    if (isHeading(cell)) headings += 1;
    else others += 1;
    if (others * 2 > filled.length) return false;
  }
  return headings >= 2;
}
