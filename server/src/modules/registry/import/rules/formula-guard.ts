/** A spreadsheet runs what begins with = + - or @; an apostrophe before it makes it text (OWASP, CSV injection). */
const runs = /^[=+\-@\t\r]/;

export function guardFormula(text: string): string {
  return runs.test(text) ? `'${text}` : text;
}

/** Takes the apostrophe off again, so that a corrected file of failed rows reads as what it was made from. */
export function unguardFormula(text: string): string {
  return text.startsWith("'") && runs.test(text.slice(1)) ? text.slice(1) : text;
}

export function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => `"${guardFormula(cell).replaceAll('"', '""')}"`).join(';')}\r\n`;
}
