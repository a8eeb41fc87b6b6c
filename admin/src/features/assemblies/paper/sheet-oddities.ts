import type { SheetForm } from './useSheetDesk.ts';

/** What hardly any sheet is: a person who means it says so twice. */
export function oddities({ marks, signedOn }: Pick<SheetForm, 'marks' | 'signedOn'>): ('BLANK' | 'UNDATED')[] {
  const isBlank = Object.values(marks).every((each) => each.length === 0);
  return [...(isBlank ? (['BLANK'] as const) : []), ...(signedOn === '' ? (['UNDATED'] as const) : [])];
}
