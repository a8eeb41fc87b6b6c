import { changedFields } from '../../../kernel/changed-fields.ts';
import type { Context } from '../../../kernel/context.ts';
import { decodeId } from '../../../kernel/global-id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { inTransaction } from '../../../kernel/transaction.ts';
import type { AmendAssemblyInput } from '../assembly.input.ts';
import { mayRunAssembly } from '../assembly.policy.ts';
import { lockAssembly, requireVersion } from '../find-assembly.ts';
import { draftColumns, writeAgenda } from '../write-draft.ts';

/** May: whoever runs the assembly, while it is a draft. Changes: its fields and agenda. Announces nothing. */
export async function amendAssembly(context: Context, input: AmendAssemblyInput): Promise<{ assemblyId: string }> {
  const assemblyId = decodeId('Assembly', input.assemblyId, ['input', 'assemblyId']);
  return inTransaction(context, { command: 'amendAssembly' }, async (unit) => {
    const assembly = await lockAssembly(context, unit, assemblyId, mayRunAssembly);
    if (assembly.state !== 'DRAFT') throw new Refusal('WRONG_STATE', { state: assembly.state });
    requireVersion(assembly, input.version);
    const columns = await draftColumns(unit, input);
    let changes = changedFields(assembly, columns);
    unit.em.assign(assembly, columns);
    if (input.agenda != null) {
      const { before, after } = await writeAgenda(unit, assembly, input.agenda);
      changes = { ...changes, ...changedFields({ agenda: before }, { agenda: after }) };
      await unit.em.flush();
      // The agenda is part of the draft: a changed one makes a new version also when nothing else changed.
      await unit.sql('update assembly set version = version + 1 where id = $1 and version = $2', [
        assemblyId,
        input.version,
      ]);
    }
    unit.record({ assembly: assemblyId }, changes);
    return { assemblyId };
  });
}
