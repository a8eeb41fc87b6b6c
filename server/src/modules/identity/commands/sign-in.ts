import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import type { Context } from '../../../kernel/context.ts';
import { newId } from '../../../kernel/new-id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { inTransaction } from '../../../kernel/transaction.ts';
import { Account } from '../account.entity.ts';
import { Session } from '../session.entity.ts';
import { forgiveSignInAttempts, spendSignInAttempt } from '../sign-in-attempts.ts';

export const sessionDays = 14;
/** argon2id as OWASP's password storage sheet asks: 19 MiB, 2 passes, 1 lane. */
export const argon = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Verified when the login is unknown, so that an unknown name takes as long as a known one. */
const nobody = hash(randomBytes(16), argon);

export interface SignInInput {
  readonly login: string;
  readonly password: string;
  readonly userAgent: string | null;
}

/** May: anybody, within the limits per account and address. Changes: a session begins. Announces nothing. */
export async function signIn(context: Context, input: SignInInput): Promise<{ accountId: string }> {
  const login = input.login.trim().toLowerCase();
  await spendSignInAttempt(context, login);
  const account = await context.database.em().findOne(Account, { login });
  const matches = await verify(account?.passwordHash ?? (await nobody), input.password);
  if (!account || account.passwordHash === null || account.blockedAt !== null || !matches) {
    throw new Refusal('WRONG_CREDENTIALS');
  }
  await forgiveSignInAttempts(context, login);
  const secret = randomBytes(32).toString('base64url');
  const expiresAt = new Date(context.clock.now() + sessionDays * 86_400_000);
  await inTransaction(
    { ...context, viewer: { ...asAccount, accountId: account.id } },
    { command: 'signIn' },
    async (unit) => {
      const session = unit.em.create(Session, {
        id: newId(),
        accountId: account.id,
        secretHash: context.secrets.hash('session', secret),
        createdAt: unit.now,
        expiresAt,
        endedAt: null,
        userAgent: input.userAgent?.slice(0, 300) ?? null,
        address: context.address,
      });
      unit.record({ account: account.id, session: session.id });
    },
  );
  context.setSessionCookie(secret, expiresAt);
  return { accountId: account.id };
}

const asAccount = {
  kind: 'SIGNED_IN',
  personId: '',
  actorIds: [],
  grants: [],
  scopes: 'ALL',
  sessionId: null,
  tokenId: null,
  locale: null,
} as const;
