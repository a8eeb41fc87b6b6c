import type { Context } from '../../../kernel/context.ts';
import { decodeId } from '../../../kernel/global-id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { inTransaction } from '../../../kernel/transaction.ts';
import { lockAssembly } from '../../assembly/index.ts';
import { Ballot } from '../ballot.entity.ts';
import { mayUpholdDispute } from '../voting.policy.ts';
import type { UpholdDisputeInput } from '../voting.input.ts';

/**
 * May: whoever runs the assembly, before T1. Changes: every ballot of the submission falls, with its reason; the owner may
 * vote again, and what was refused meanwhile does not revive. Announces BallotAnnulled.
 */
export async function upholdDispute(context: Context, input: UpholdDisputeInput): Promise<{ ballotId: string }> {
  const ballotId = decodeId('Ballot', input.ballotId, ['input', 'ballotId']);
  const evidence = input.evidence.trim();
  if (evidence === '' || evidence.length > 5000)
    throw new Refusal('INVALID_INPUT', { what: 'evidence' }, ['input', 'evidence']);
  return inTransaction(context, { command: 'upholdDispute' }, async (unit) => {
    const known = await unit.em.findOne(Ballot, { id: ballotId });
    if (!known) throw new Refusal('NOT_FOUND', { kind: 'Ballot' }, ['input', 'ballotId']);
    const assembly = await lockAssembly(context, unit, known.assemblyId, mayUpholdDispute);
    if (assembly.state !== 'VOTING' || assembly.closesAt == null || context.receivedAt >= assembly.closesAt.getTime()) {
      throw new Refusal('CLOSED', { closesAt: assembly.closesAt?.toISOString() ?? null });
    }
    const ballots = await unit.em.find(
      Ballot,
      { submissionId: known.submissionId, state: 'COUNTED' },
      { refresh: true },
    );
    if (!ballots.some((ballot) => ballot.id === ballotId)) throw new Refusal('NOT_COUNTED', {}, ['input', 'ballotId']);
    for (const ballot of ballots) {
      unit.em.assign(ballot, { state: 'ANNULLED', reason: 'DISPUTE_UPHELD', annulledAt: unit.now });
    }
    unit.tell({ name: 'BallotAnnulled', assemblyId: assembly.id, submissionId: known.submissionId });
    unit.record(
      { assembly: assembly.id, submission: known.submissionId, ballots: ballots.map((ballot) => ballot.id) },
      { evidence, state: { before: 'COUNTED', after: 'ANNULLED' } },
    );
    return { ballotId };
  });
}
