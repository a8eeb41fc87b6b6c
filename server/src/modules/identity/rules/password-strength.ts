/**
 * A password is long, is not among the first that are guessed, and does not repeat the login; no other alphabet or
 * symbol is demanded, since that makes passwords predictable.
 * @see NIST SP 800-63B, 3.1.1.2; OWASP ASVS 2.1
 */
import { commonPasswords } from './common-passwords.ts';

export const shortestPassword = 10;
const longestPassword = 200;
const fewestDifferentCharacters = 4;

export function isStrongPassword(password: string, login: string): boolean {
  const lower = password.normalize('NFKC').toLowerCase();
  const length = [...password].length;
  const name = login.toLowerCase().split('@')[0] ?? '';
  return (
    length >= shortestPassword &&
    length <= longestPassword &&
    new Set(lower).size >= fewestDifferentCharacters &&
    !commonPasswords.has(lower) &&
    !(name.length >= 3 && lower.includes(name)) &&
    !lower.includes(login.toLowerCase())
  );
}
