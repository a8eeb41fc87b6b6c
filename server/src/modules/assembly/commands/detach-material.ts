import type { Context } from '../../../kernel/context.ts';
import { decodeId } from '../../../kernel/global-id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { inTransaction } from '../../../kernel/transaction.ts';
import { Material } from '../assembly.entity.ts';
import type { DetachMaterialInput } from '../assembly.input.ts';
import { mayRunAssembly } from '../assembly.policy.ts';
import { lockAssembly } from '../find-assembly.ts';

/**
 * May: whoever runs the assembly, while it is a draft: what was announced stays. Changes: the file is no longer listed nor
 * read through this assembly; its content stays stored.
 */
export async function detachMaterial(context: Context, input: DetachMaterialInput): Promise<{ assemblyId: string }> {
  const assemblyId = decodeId('Assembly', input.assemblyId, ['input', 'assemblyId']);
  const materialId = decodeId('Material', input.materialId, ['input', 'materialId']);
  return inTransaction(context, { command: 'detachMaterial' }, async (unit) => {
    const assembly = await lockAssembly(context, unit, assemblyId, mayRunAssembly);
    if (assembly.state !== 'DRAFT') throw new Refusal('WRONG_STATE', { state: assembly.state });
    const material = await unit.em.findOne(Material, { id: materialId, assemblyId });
    if (!material) throw new Refusal('NOT_FOUND', { kind: 'Material' }, ['input', 'materialId']);
    await unit.sql('delete from material where id = $1', [materialId]);
    unit.record({ assembly: assemblyId, material: materialId, file: material.fileId }, { title: material.title });
    return { assemblyId };
  });
}
