/**
 * The last digit of an ОГРН (13 digits, legal entities) is the number before it modulo 11, of an ОГРНИП (15 digits,
 * entrepreneurs) modulo 13; of a two-digit rest the last digit stands.
 * @see Order of the Ministry of Finance 165n of 30 October 2017, p. 5–9
 */

/** The digits, or null when this is no ОГРН. */
export function readOgrn(text: string): string | null {
  const digits = text.replaceAll(/\s/g, '');
  if (!/^[1-9](\d{12}|\d{14})$/.test(digits)) return null;
  const rest = BigInt(digits.slice(0, -1)) % (digits.length === 13 ? 11n : 13n);
  return String(rest).slice(-1) === digits.slice(-1) ? digits : null;
}
