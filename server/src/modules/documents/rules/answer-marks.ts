/** One mark counts, none or several do not (art. 48 p. 6). */

const marks: Readonly<Record<string, string>> = { '1': 'З', '2': 'П', '4': 'В' };

/** A sheet as a line of letters in groups of five. */
export function answersInLine(sheet: string): string {
  const letters = [...sheet].map((digit) => marks[digit] ?? 'н').join('');
  return letters.replace(/(.{5})(?=.)/g, '$1 ');
}
