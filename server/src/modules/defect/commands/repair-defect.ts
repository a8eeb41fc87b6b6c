import type { Context } from '../../../kernel/context.ts';
import { newId } from '../../../kernel/new-id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { inTransaction } from '../../../kernel/transaction.ts';
import { lockAssembly } from '../../assembly/index.ts';
import { requireEvidenceFiles } from '../../files/index.ts';
import { requireOpenForEntry } from '../../voting/index.ts';
import { DefectRepair } from '../defect.entity.ts';
import type { RepairDefectInput } from '../defect.input.ts';
import { mayRepairDefect } from '../defect.policy.ts';
import { findDefects, findPaperBallot } from '../find-defects.ts';
import { judgeRepair } from '../rules/repair.ts';

const longestNote = 2000;

/**
 * May: whoever runs the assembly, before T1; a second look is not one's own. Changes: the repair of a defect is on record for
 * the whole sheet, and the ballot stays as it is. Announces DefectRepaired.
 */
export async function repairDefect(context: Context, input: RepairDefectInput): Promise<{ ballotId: string }> {
  const note = input.note.trim();
  if (note === '' || note.length > longestNote)
    throw new Refusal('INVALID_INPUT', { what: 'note', minimum: 1, maximum: longestNote }, ['input', 'note']);
  return inTransaction(context, { command: 'repairDefect' }, async (unit) => {
    const { viewer } = context;
    if (viewer.kind !== 'SIGNED_IN') throw new Refusal('NOT_SIGNED_IN');
    const { id, assemblyId, submissionId, state } = await findPaperBallot(unit, input.ballotId);
    requireOpenForEntry(context, await lockAssembly(context, unit, assemblyId, mayRepairDefect));
    const found = (await findDefects(unit, id)).find(({ kind }) => kind === input.kind);
    const evidenceFileIds = await requireEvidenceFiles(context, unit, input.evidenceFileIds);
    const repair = judgeRepair({
      kind: input.kind,
      isFound: found !== undefined,
      isRepaired: found?.repair_id != null || found?.mended_at != null,
      isCounted: state === 'COUNTED',
      personId: viewer.personId,
      enteredBy: (input.kind === 'HAND_OVER_TYPED' ? found?.hand_over_by : found?.entered_by) ?? [],
      signedOn: input.signedOn ?? null,
      handedOverOn: found?.handed_over_on ?? '',
      files: evidenceFileIds.length,
    });
    if (!repair.ok) throw new Refusal(repair.code, { what: repair.field }, ['input', repair.field]);
    const signedOn = repair.way === 'DATE' ? (input.signedOn ?? null) : null;
    const row = unit.em.create(DefectRepair, {
      id: newId(),
      assemblyId,
      submissionId,
      ballotId: id,
      kind: input.kind,
      way: repair.way,
      repairedById: viewer.personId,
      at: unit.now,
      note,
      evidenceFileIds,
      signedOn,
    });
    unit.tell({ name: 'DefectRepaired', assemblyId, submissionId });
    unit.record(
      { assembly: assemblyId, ballot: id, submission: submissionId, repair: row.id, files: evidenceFileIds },
      { defect: input.kind, way: repair.way, note, ...(signedOn === null ? {} : { signedOn }) },
    );
    return { ballotId: id };
  });
}
