/** Phones are kept as E.164 and mail addresses in lower case, so that the same contact is written in one way. */

/** `+` and 8–15 digits; a Russian number may come with 8, with 7 or with its ten digits alone. Null: no phone. */
export function readPhone(text: string): string | null {
  const written = text.trim();
  if (!/^\+?[\d\s().\-‐‑–—]+$/.test(written)) return null;
  const digits = written.replaceAll(/\D/g, '');
  if (written.startsWith('+')) {
    if (digits.startsWith('7')) return digits.length === 11 ? `+${digits}` : null;
    return /^[1-9]\d{7,14}$/.test(digits) ? `+${digits}` : null;
  }
  if (/^[78]\d{10}$/.test(digits)) return `+7${digits.slice(1)}`;
  return /^[3-9]\d{9}$/.test(digits) ? `+7${digits}` : null;
}

const mailName = /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const domainLabel = /^[\p{L}\p{N}]([\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u;

/** An address that mail can be sent to, in lower case; null when it is none. */
export function readEmail(text: string): string | null {
  const written = text.trim().toLowerCase();
  const at = written.lastIndexOf('@');
  const name = written.slice(0, Math.max(at, 0));
  const labels = written.slice(at + 1).split('.');
  const whole = written.length <= 254 && name.length <= 64 && mailName.test(name);
  const top = labels.at(-1) ?? '';
  const reachable = labels.length >= 2 && labels.every((label) => domainLabel.test(label)) && !/^\d+$/.test(top);
  return whole && reachable ? written : null;
}
