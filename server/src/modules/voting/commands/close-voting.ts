import type { Context } from '../../../kernel/context.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { inTransactionWithoutJournal } from '../../../kernel/transaction.ts';
import { clockwork } from '../../../kernel/viewer.ts';
import { Assembly, assemblyLifecycle, closingGrace } from '../../assembly/index.ts';
import { countBallots } from '../count-ballots.ts';
import { Result } from '../result.entity.ts';
import { tallyToJson } from '../tally-json.ts';
import { mayCloseVoting } from '../voting.policy.ts';

/**
 * May: the clockwork alone, T1 and its grace passed. Changes: voting is closed and its result stands for good, counted from
 * the ballots under the exclusive lock that no vote slips past. Announces VotingClosed.
 */
export async function closeVoting(context: Context, assemblyId: string): Promise<boolean> {
  const acting: Context = { ...context, viewer: clockwork };
  return inTransactionWithoutJournal(acting, 'closeVoting', async (unit) => {
    if (!mayCloseVoting(acting.viewer)) throw new Refusal('NOT_ALLOWED');
    await unit.lock(assemblyId, 'exclusive');
    const assembly = await unit.em.findOne(Assembly, { id: assemblyId });
    const next = assembly && assemblyLifecycle.next(assembly.state, 'close');
    const { closesAt } = assembly ?? {};
    if (!assembly || next == null || closesAt == null || context.clock.now() < closesAt.getTime() + closingGrace)
      return false;
    const count = await countBallots(unit.sql, assemblyId);
    if (!count) throw new Error('a voting assembly without a frozen roll');
    const [digest] = await unit.sql<{ sha256: string }>(
      `select encode(sha256(convert_to(coalesce(string_agg(
                b.id || '|' || b.submission_id || '|' || b.lineage_id || '|' || b.sheet || '|' || e.units, E'\n' order by b.id), ''), 'UTF8')), 'hex') as sha256
         from ballot b join roll_entry e on e.id = b.roll_entry_id
        where b.assembly_id = $1 and b.state = 'COUNTED'`,
      [assemblyId],
    );
    unit.em.create(Result, {
      assemblyId,
      countedAt: unit.now,
      ballots: count.ballots,
      tally: tallyToJson(count.tally),
      ballotsSha256: digest?.sha256 ?? '',
    });
    unit.em.assign(assembly, { state: next, closedAt: closesAt, rollVersion: assembly.rollVersion + 1 });
    unit.tell({ name: 'VotingClosed', assemblyId });
    unit.record({ assembly: assemblyId }, { state: { before: 'VOTING', after: next }, ballots: count.ballots });
    return true;
  });
}
