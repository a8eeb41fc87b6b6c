import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Context } from '../../kernel/context.ts';
import type { Database } from '../../kernel/database.ts';
import { Refusal } from '../../kernel/refusal.ts';

interface Limiters {
  readonly perLogin: RateLimiterPostgres;
  readonly perAddress: RateLimiterPostgres;
}

const limiters = new WeakMap<Database, Limiters>();

/** Counted in the database, so that several processes share one limit: 10 per account, 100 per address in 15 minutes. */
function limitersOf(database: Database): Limiters {
  let known = limiters.get(database);
  if (!known) {
    const make = (keyPrefix: string, points: number): RateLimiterPostgres =>
      new RateLimiterPostgres({
        storeClient: database.pool,
        storeType: 'pool',
        tableName: 'sign_in_attempt',
        tableCreated: true,
        keyPrefix,
        points,
        duration: 900,
      });
    known = { perLogin: make('login', 10), perAddress: make('address', 100) };
    limiters.set(database, known);
  }
  return known;
}

/** Refuses the attempt when the account or the address has made too many. */
export async function spendSignInAttempt(context: Context, login: string): Promise<void> {
  const { perLogin, perAddress } = limitersOf(context.database);
  const key = context.secrets.hash('contact', login).toString('hex');
  try {
    await perAddress.consume(context.address);
    await perLogin.consume(key);
  } catch (refused) {
    if (refused instanceof RateLimiterRes) {
      throw new Refusal('TOO_MANY_ATTEMPTS', { seconds: Math.ceil(refused.msBeforeNext / 1000) });
    }
    throw refused;
  }
}

/** A right password forgives the wrong ones before it. */
export async function forgiveSignInAttempts(context: Context, login: string): Promise<void> {
  const { perLogin } = limitersOf(context.database);
  await perLogin.delete(context.secrets.hash('contact', login).toString('hex'));
}
