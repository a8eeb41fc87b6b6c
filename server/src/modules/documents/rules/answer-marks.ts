/** One mark counts, none or several do not (art. 48 p. 6). */

const marks: Readonly<Record<string, string>> = { '1': 'З', '2': 'П', '4': 'В' };

/** Whether the one mark at this item, counted from 0, is “for”. */
export function isFor(sheet: string, at: number): boolean {
  return sheet[at] === '1';
}

/** A sheet as a line of letters in groups of five. */
export function answersInLine(sheet: string): string {
  const letters = [...sheet].map((digit) => marks[digit] ?? 'н').join('');
  return letters.replace(/(.{5})(?=.)/g, '$1 ');
}
