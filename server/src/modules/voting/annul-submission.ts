import { Refusal } from '../../kernel/refusal.ts';
import type { Unit } from '../../kernel/transaction.ts';
import { Ballot } from './ballot.entity.ts';
import type { BallotReason } from './rules/ballot-words.ts';

/**
 * Every ballot of a submission that counts falls, under the exclusive lock of its assembly; whoever it stood for may vote
 * again, and what was refused meanwhile does not revive. Announces BallotAnnulled.
 */
export async function annulSubmission(
  unit: Unit,
  { assemblyId, submissionId, reason }: { assemblyId: string; submissionId: string; reason: BallotReason },
): Promise<readonly string[]> {
  const ballots = await unit.em.find(Ballot, { submissionId, state: 'COUNTED' }, { refresh: true });
  if (ballots.length === 0) throw new Refusal('NOT_COUNTED');
  for (const ballot of ballots) unit.em.assign(ballot, { state: 'ANNULLED', reason, annulledAt: unit.now });
  unit.tell({ name: 'BallotAnnulled', assemblyId, submissionId });
  return ballots.map(({ id }) => id);
}
