import type { Context } from '../../kernel/context.ts';
import type { Unit } from '../../kernel/transaction.ts';

/** Who took a page out of the queue, and when. */
export function settledBy({ viewer }: Context, { now }: Unit): { settledBy: string | null; settledAt: Date } {
  return { settledBy: viewer.kind === 'SIGNED_IN' ? viewer.accountId : null, settledAt: now };
}
