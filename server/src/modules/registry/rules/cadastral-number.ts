/** A cadastral number is district, area, quarter and object: `77:01:0001075:1361` (order P/0148 of Rosreestr, 2021). */

export function readCadastralNumber(text: string): string | null {
  const written = text.replaceAll(/\s/g, '');
  return /^\d{2}:\d{2}:\d{6,7}:\d{1,10}$/.test(written) ? written : null;
}
