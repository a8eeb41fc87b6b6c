/** Thirteen digits; the last is the rest of the others by 11, its last digit. */
export function ogrnOf(twelve: string): string {
  return twelve + String((BigInt(twelve) % 11n) % 10n);
}
