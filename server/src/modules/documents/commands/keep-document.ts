import type { Context } from '../../../kernel/context.ts';
import { newId } from '../../../kernel/new-id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { inTransactionWithoutJournal } from '../../../kernel/transaction.ts';
import { AssemblyDocument } from '../document.entity.ts';
import { mayKeepDocument } from '../documents.policy.ts';
import type { DocumentPlan } from '../rules/document-kinds.ts';

export interface KeptFile {
  readonly sha256: string;
  readonly size: number;
}

/** May: the clockwork. Changes: one paper of the assembly more, unless it is there already. Announces nothing. */
export async function keepDocument(
  context: Context,
  assemblyId: string,
  { kind, format }: DocumentPlan,
  { sha256, size }: KeptFile,
): Promise<void> {
  await inTransactionWithoutJournal(context, 'keepDocument', async (unit) => {
    if (!mayKeepDocument(context.viewer)) throw new Refusal('NOT_ALLOWED');
    await unit.lock(assemblyId, 'exclusive');
    if ((await unit.em.count(AssemblyDocument, { assemblyId, kind, format })) > 0) return;
    const document = unit.em.create(AssemblyDocument, {
      id: newId(),
      assemblyId,
      kind,
      format,
      sha256,
      size,
      madeAt: unit.now,
    });
    unit.record({ assembly: assemblyId, document: document.id }, { kind, format, sha256, size });
  });
}
