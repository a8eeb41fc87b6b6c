import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { Refusal } from '../../kernel/refusal.ts';
import { isStrongPassword, shortestPassword } from './rules/password-strength.ts';

/** argon2id as OWASP's password storage sheet asks: 19 MiB, 2 passes, 1 lane. */
const argon = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Verified when there is no password to compare with, so that an unknown name takes as long as a known one. */
const nobody = hash(randomBytes(16), argon);

/** Always one verification, whatever is known of the account. */
export async function isPassword(kept: string | null, given: string, check: typeof verify = verify): Promise<boolean> {
  const matches = await check(kept ?? (await nobody), given);
  return kept !== null && matches;
}

/** Refuses a weak password before it is hashed. */
export async function hashNewPassword(password: string, login: string, field: readonly string[]): Promise<string> {
  if (!isStrongPassword(password, login)) throw new Refusal('WEAK_PASSWORD', { minimum: shortestPassword }, field);
  return hash(password, argon);
}
