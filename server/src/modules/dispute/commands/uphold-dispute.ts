import type { Context } from '../../../kernel/context.ts';
import { inTransaction } from '../../../kernel/transaction.ts';
import { requireEvidenceFiles } from '../../files/index.ts';
import { annulSubmission } from '../../voting/index.ts';
import type { UpholdDisputeInput } from '../dispute.input.ts';
import { mayDecideDispute } from '../dispute.policy.ts';
import { findDecidable } from '../find-dispute.ts';
import { requireText } from '../written-text.ts';

/**
 * May: whoever runs the assembly, before T1, when the owner has opened a dispute. Changes: every ballot of the submission
 * falls, with its reason; the owner may vote again. Announces BallotAnnulled.
 */
export async function upholdDispute(context: Context, input: UpholdDisputeInput): Promise<{ ballotId: string }> {
  const evidence = requireText(input.evidence, 'evidence');
  return inTransaction(context, { command: 'upholdDispute' }, async (unit) => {
    const dispute = await findDecidable(context, unit, input.ballotId, 'uphold', mayDecideDispute);
    const { assemblyId, submissionId, ballotId } = dispute;
    const files = await requireEvidenceFiles(context, unit, input.evidenceFileIds);
    const ballots = await annulSubmission(unit, { assemblyId, submissionId, reason: 'DISPUTE_UPHELD' });
    unit.em.assign(dispute, {
      state: 'UPHELD',
      decidedById: context.viewer.kind === 'SIGNED_IN' ? context.viewer.personId : null,
      decidedAt: unit.now,
      evidence,
      evidenceFileIds: files,
    });
    unit.record(
      { assembly: assemblyId, dispute: dispute.id, submission: submissionId, ballots, files },
      { evidence, state: { before: 'COUNTED', after: 'ANNULLED' } },
    );
    return { ballotId };
  });
}
