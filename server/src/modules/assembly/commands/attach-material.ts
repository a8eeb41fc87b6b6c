import type { Context } from '../../../kernel/context.ts';
import { decodeId, decodeOptionalId } from '../../../kernel/global-id.ts';
import { newId } from '../../../kernel/new-id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { inTransaction } from '../../../kernel/transaction.ts';
import { StoredFile } from '../../files/index.ts';
import { AgendaItem, Material } from '../assembly.entity.ts';
import type { AttachMaterialInput } from '../assembly.input.ts';
import { mayRunAssembly } from '../assembly.policy.ts';
import { lockAssembly } from '../find-assembly.ts';

/** May: whoever runs the assembly, until it opens, with a file they uploaded. Changes: the owners may read one more file. */
export async function attachMaterial(context: Context, input: AttachMaterialInput): Promise<{ assemblyId: string }> {
  const assemblyId = decodeId('Assembly', input.assemblyId, ['input', 'assemblyId']);
  const fileId = decodeId('StoredFile', input.fileId, ['input', 'fileId']);
  const agendaItemId = decodeOptionalId('AgendaItem', input.agendaItemId);
  return inTransaction(context, { command: 'attachMaterial' }, async (unit) => {
    const assembly = await lockAssembly(context, unit, assemblyId, mayRunAssembly);
    if (assembly.state !== 'DRAFT' && assembly.state !== 'ANNOUNCED') {
      throw new Refusal('WRONG_STATE', { state: assembly.state });
    }
    const file = await unit.em.findOne(StoredFile, { id: fileId });
    const uploader = context.viewer.kind === 'SIGNED_IN' ? context.viewer.accountId : null;
    if (!file || file.uploadedBy !== uploader) throw new Refusal('FILE_MISSING', {}, ['input', 'fileId']);
    if (agendaItemId !== null && !(await unit.em.findOne(AgendaItem, { id: agendaItemId, assemblyId }))) {
      throw new Refusal('NOT_FOUND', { kind: 'AgendaItem' }, ['input', 'agendaItemId']);
    }
    const title = input.title.trim();
    if (title === '' || title.length > 300)
      throw new Refusal('INVALID_INPUT', { what: 'title', maximum: 300 }, ['input', 'title']);
    const material = unit.em.create(Material, {
      id: newId(),
      assemblyId,
      agendaItemId,
      fileId,
      title,
      attachedAt: unit.now,
    });
    unit.record({ assembly: assemblyId, material: material.id, file: fileId });
    return { assemblyId };
  });
}
