import type { Context } from '../../../kernel/context.ts';
import { inTransaction } from '../../../kernel/transaction.ts';
import { requireEvidenceFiles } from '../../files/index.ts';
import type { RejectDisputeInput } from '../dispute.input.ts';
import { mayDecideDispute } from '../dispute.policy.ts';
import { findDecidable } from '../find-dispute.ts';
import { requireText } from '../written-text.ts';

/**
 * May: whoever runs the assembly, before T1. Changes: the dispute is answered, and the ballot goes on counting. The owner
 * reads the evidence and the reason. Announces DisputeRejected.
 */
export async function rejectDispute(context: Context, input: RejectDisputeInput): Promise<{ ballotId: string }> {
  const evidence = requireText(input.evidence, 'evidence');
  const reason = requireText(input.reason, 'reason');
  return inTransaction(context, { command: 'rejectDispute' }, async (unit) => {
    const dispute = await findDecidable(context, unit, input.ballotId, 'reject', mayDecideDispute);
    const { assemblyId, ballotId } = dispute;
    const files = await requireEvidenceFiles(context, unit, input.evidenceFileIds);
    unit.em.assign(dispute, {
      state: 'REJECTED',
      decidedById: context.viewer.kind === 'SIGNED_IN' ? context.viewer.personId : null,
      decidedAt: unit.now,
      evidence,
      evidenceFileIds: files,
      reason,
    });
    unit.tell({ name: 'DisputeRejected', assemblyId, disputeId: dispute.id, ballotId });
    unit.record({ assembly: assemblyId, dispute: dispute.id, ballot: ballotId, files }, { evidence, reason });
    return { ballotId };
  });
}
