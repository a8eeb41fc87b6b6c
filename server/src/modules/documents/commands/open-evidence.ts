import type { Context } from '../../../kernel/context.ts';
import { decodeId } from '../../../kernel/global-id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { inTransaction } from '../../../kernel/transaction.ts';
import { lockAssembly } from '../../assembly/index.ts';
import type { OpenEvidenceInput } from '../document.input.ts';
import { AssemblyDocument } from '../document.entity.ts';
import { mayTakeEvidence, requireEvidenceScopes } from '../documents.policy.ts';
import { writeTicket } from '../evidence-ticket.ts';
import { documentsOf } from '../rules/document-kinds.ts';
import { readReason } from '../rules/look-reason.ts';

const minutes = 15;

/**
 * May: those who keep the papers of the assembly, and its auditors. Changes nothing but the journal: who took the package, and what
 * for. Announces nothing.
 */
export async function openEvidence(context: Context, input: OpenEvidenceInput): Promise<{ fileUrl: string }> {
  const { viewer } = context;
  if (viewer.kind !== 'SIGNED_IN') throw new Refusal('NOT_SIGNED_IN');
  requireEvidenceScopes(viewer);
  const assemblyId = decodeId('Assembly', input.assemblyId, ['input', 'assemblyId']);
  const reason = readReason(input.reason);
  if (reason === null) throw new Refusal('INVALID_INPUT', { what: 'reason' }, ['input', 'reason']);
  return inTransaction(context, { command: 'openEvidence' }, async (unit) => {
    const { state } = await lockAssembly(context, unit, assemblyId, mayTakeEvidence);
    if (state !== 'CLOSED') throw new Refusal('WRONG_STATE', { state }, ['input', 'assemblyId']);
    const made = await unit.em.count(AssemblyDocument, { assemblyId });
    if (made < documentsOf(state).length) throw new Refusal('DOCUMENTS_AWAITED', {}, ['input', 'assemblyId']);
    unit.record({ assembly: assemblyId }, { reason });
    const until = unit.now.getTime() + minutes * 60_000;
    const ticket = writeTicket(context.secrets, { assemblyId, accountId: viewer.accountId, until });
    return { fileUrl: `/evidence/${ticket}` };
  });
}
