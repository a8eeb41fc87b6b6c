import type { Context } from '../../../kernel/context.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { clockwork } from '../../../kernel/viewer.ts';
import { inTransactionWithoutJournal } from '../../../kernel/transaction.ts';
import { Assembly } from '../assembly.entity.ts';
import { mayKeepTime } from '../assembly.policy.ts';
import { openIfDue } from '../roll/open-if-due.ts';

/** May: the clockwork alone. Changes: voting is open and the roll frozen as of T0, once. Announces VotingOpened. */
export async function openVoting(context: Context, assemblyId: string): Promise<boolean> {
  const acting: Context = { ...context, viewer: clockwork };
  return inTransactionWithoutJournal(acting, 'openVoting', async (unit) => {
    if (!mayKeepTime(acting.viewer)) throw new Refusal('NOT_ALLOWED');
    await unit.lock(assemblyId, 'exclusive');
    const assembly = await unit.em.findOne(Assembly, { id: assemblyId });
    return assembly !== null && (await openIfDue(acting, unit, assembly));
  });
}
