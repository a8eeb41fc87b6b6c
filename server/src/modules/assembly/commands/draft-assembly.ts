import type { Context } from '../../../kernel/context.ts';
import { decodeId } from '../../../kernel/global-id.ts';
import { newId } from '../../../kernel/new-id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { inTransaction } from '../../../kernel/transaction.ts';
import { Assembly } from '../assembly.entity.ts';
import type { DraftAssemblyInput } from '../assembly.input.ts';
import { mayRunAssembly } from '../assembly.policy.ts';
import { placeOf } from '../find-assembly.ts';
import { draftColumns, writeAgenda } from '../write-draft.ts';

/** May: an administrator of the house. Changes: a draft appears; nobody outside the staff sees it. Announces nothing. */
export async function draftAssembly(context: Context, input: DraftAssemblyInput): Promise<{ assemblyId: string }> {
  const houseId = decodeId('House', input.houseId, ['input', 'houseId']);
  return inTransaction(context, { command: 'draftAssembly' }, async (unit) => {
    const place = await placeOf(unit, houseId, null);
    if (!mayRunAssembly(context.viewer, place)) throw new Refusal('NOT_ALLOWED', {}, ['input', 'houseId']);
    const assembly = unit.em.create(Assembly, {
      id: newId(),
      houseId,
      form: input.form,
      legalMode: input.form === 'ADVISORY' ? 'ADVISORY' : context.settings.legalMode,
      state: 'DRAFT',
      timeZone: 'Europe/Moscow',
      noticeAt: null,
      createdAt: unit.now,
      openedAt: null,
      closedAt: null,
      cancelledAt: null,
      cancelReason: null,
      rollVersion: 0,
      commonUnit: null,
      ...(await draftColumns(unit, input)),
    });
    await unit.em.flush();
    await writeAgenda(unit, assembly, input.agenda ?? []);
    unit.record({ assembly: assembly.id, house: houseId });
    return { assemblyId: assembly.id };
  });
}
