import type { Context } from '../../kernel/context.ts';
import { decodeId } from '../../kernel/global-id.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Unit } from '../../kernel/transaction.ts';
import { lockAssembly } from '../assembly/index.ts';
import { StoredFile } from '../files/index.ts';
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

/** Files that whoever decides has uploaded. */
export async function evidenceFiles(context: Context, unit: Unit, ids: readonly string[]): Promise<string[]> {
  const field = ['input', 'evidenceFileIds'];
  if (ids.length > 20) throw new Refusal('INVALID_INPUT', { what: 'evidenceFileIds', maximum: 20 }, field);
  const wanted = [...new Set(ids.map((id, at) => decodeId('StoredFile', id, [...field, String(at)])))];
  const uploadedBy = context.viewer.kind === 'SIGNED_IN' ? context.viewer.accountId : '';
  const found = wanted.length === 0 ? [] : await unit.em.find(StoredFile, { id: { $in: wanted }, uploadedBy });
  if (found.length !== wanted.length) throw new Refusal('FILE_MISSING', {}, field);
  return wanted;
}
