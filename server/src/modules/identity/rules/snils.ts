/**
 * A SNILS is nine digits and a check number of two: the digits weighted 9…1, summed, modulo 101, where 100 counts as 0.
 * Numbers up to 001-001-998 were issued before the check number and carry none.
 * @see Federal Law 27-FZ, art. 6; the order of the check number is the Social Fund's
 */

/** The eleven digits, or null when this is no SNILS. Dashes and spaces may stand anywhere. */
export function readSnils(text: string): string | null {
  const digits = text.replaceAll(/[\s\-‐‑–—]/g, '');
  if (!/^\d{11}$/.test(digits)) return null;
  const serial = Number(digits.slice(0, 9));
  if (serial === 0) return null;
  if (serial <= 1_001_998) return digits;
  const sum = digits
    .slice(0, 9)
    .split('')
    .reduce((total, digit, at) => total + Number(digit) * (9 - at), 0);
  return (sum % 101) % 100 === Number(digits.slice(9)) ? digits : null;
}

/** Enough to tell two people apart on a screen, too little to know the number. */
export function maskSnils(digits: string): string {
  return `***-***-*${digits.slice(7, 9)} **`;
}
