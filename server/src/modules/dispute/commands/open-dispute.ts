import type { Context } from '../../../kernel/context.ts';
import { decodeId } from '../../../kernel/global-id.ts';
import { newId } from '../../../kernel/new-id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { inTransaction } from '../../../kernel/transaction.ts';
import { Assembly } from '../../assembly/index.ts';
import { Ballot } from '../../voting/index.ts';
import { Dispute } from '../dispute.entity.ts';
import type { OpenDisputeInput } from '../dispute.input.ts';
import { mayOpenDispute } from '../dispute.policy.ts';
import { requireSeenBallot } from '../disputable-ballot.queries.ts';
import { requireText } from '../written-text.ts';

/**
 * May: whoever a counted ballot stands for, while voting runs and after its end (domain rows 56, 57). Changes: its whole
 * submission is marked as disputed, once; it goes on counting until somebody upholds the dispute. Announces DisputeOpened.
 */
export async function openDispute(context: Context, input: OpenDisputeInput): Promise<{ ballotId: string }> {
  const { viewer } = context;
  const field = ['input', 'ballotId'];
  const ballotId = decodeId('Ballot', input.ballotId, field);
  const statement = requireText(input.statement, 'statement');
  const seen = await requireSeenBallot(context, ballotId, field);
  if (!mayOpenDispute(viewer, seen) || viewer.kind !== 'SIGNED_IN') throw new Refusal('NOT_ALLOWED', {}, field);
  return inTransaction(context, { command: 'openDispute' }, async (unit) => {
    await unit.lock(seen.assemblyId, 'exclusive');
    const assembly = await unit.em.findOneOrFail(Assembly, { id: seen.assemblyId }, { refresh: true });
    if (assembly.state !== 'VOTING' && assembly.state !== 'CLOSED') {
      throw new Refusal('WRONG_STATE', { state: assembly.state });
    }
    const ballot = await unit.em.findOneOrFail(Ballot, { id: ballotId }, { refresh: true });
    const { submissionId } = ballot;
    if (await unit.em.findOne(Dispute, { submissionId })) throw new Refusal('ALREADY_DISPUTED', {}, field);
    if (ballot.state !== 'COUNTED') throw new Refusal('NOT_COUNTED', {}, field);
    const dispute = unit.em.create(Dispute, {
      id: newId(),
      assemblyId: assembly.id,
      submissionId,
      ballotId,
      openedById: viewer.personId,
      openedAt: unit.now,
      afterEnd: assembly.closesAt != null && context.receivedAt >= assembly.closesAt.getTime(),
      statement,
      state: 'OPEN',
      decidedById: null,
      decidedAt: null,
      evidence: null,
      evidenceFileIds: [],
      reason: null,
    });
    unit.tell({ name: 'DisputeOpened', assemblyId: assembly.id, disputeId: dispute.id, ballotId });
    unit.record({ assembly: assembly.id, dispute: dispute.id, submission: submissionId, ballot: ballotId });
    return { ballotId };
  });
}
