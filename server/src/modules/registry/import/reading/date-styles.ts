/** Formats numbered by Excel itself that show a number as a date or a time (ECMA-376, 18.8.30). */
const builtIn = new Set([
  14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54, 55, 56,
  57, 58,
]);

/** `dd.mm.yyyy` is a date; `# ##0.00" м"` and `[Red]0` are not: words in quotes and colours say nothing. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return builtIn.has(id);
  const bare = code.replaceAll(/"[^"]*"|\\.|\[(?!h+\]|m+\]|s+\])[^\]]*\]|_./gi, '');
  return /[dmyhs]/i.test(bare) && !/^general$/i.test(bare);
}

/** Excel counts days from 30 December 1899, and on old Macs from 1 January 1904. */
export function dateOfSerial(serial: number, from1904: boolean): string | null {
  const days = Math.floor(serial) + (from1904 ? 1462 : 0);
  if (!(days >= 1 && days < 2_958_466)) return null;
  return new Date(Date.UTC(1899, 11, 30) + days * 86_400_000).toISOString().slice(0, 10);
}
