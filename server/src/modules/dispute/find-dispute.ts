import type { Context } from '../../kernel/context.ts';
import { decodeId } from '../../kernel/global-id.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Unit } from '../../kernel/transaction.ts';
import { lockAssembly } from '../assembly/index.ts';
import { Ballot } from '../voting/index.ts';
import { Dispute, type Dispute as DisputeRow } from './dispute.entity.ts';
import type { mayDecideDispute } from './dispute.policy.ts';
import { disputeLifecycle } from './rules/dispute-lifecycle.ts';

/** The dispute over a ballot, under the exclusive lock of its assembly, for whoever may answer it now. */
export async function findDecidable(
  context: Context,
  unit: Unit,
  ballotGlobalId: string,
  verb: 'uphold' | 'reject',
  may: typeof mayDecideDispute,
): Promise<DisputeRow> {
  const field = ['input', 'ballotId'];
  const ballot = await unit.em.findOne(Ballot, { id: decodeId('Ballot', ballotGlobalId, field) });
  if (!ballot) throw new Refusal('NOT_FOUND', { kind: 'Ballot' }, field);
  const assembly = await lockAssembly(context, unit, ballot.assemblyId, may);
  const dispute = await unit.em.findOne(Dispute, { submissionId: ballot.submissionId }, { refresh: true });
  if (!dispute) throw new Refusal('NOT_DISPUTED', {}, field);
  if (disputeLifecycle.next(dispute.state, verb) === undefined) throw new Refusal('ALREADY_DECIDED', {}, field);
  if (assembly.state !== 'VOTING' || assembly.closesAt == null || context.receivedAt >= assembly.closesAt.getTime()) {
    throw new Refusal('CLOSED', { closesAt: assembly.closesAt?.toISOString() ?? null });
  }
  return dispute;
}
