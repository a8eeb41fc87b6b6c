import type { Context } from '../../../kernel/context.ts';
import { newId } from '../../../kernel/new-id.ts';
import { Parameters } from '../../../kernel/page-query.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { inTransaction, type Unit } from '../../../kernel/transaction.ts';
import { Assembly } from '../../assembly/index.ts';
import { ballotsInNameOf, requireOpenForEntry } from '../../voting/index.ts';
import { DefectRepair } from '../defect.entity.ts';
import type { ConfirmBallotInput } from '../defect.input.ts';
import { mayConfirmBallot } from '../defect.policy.ts';
import { findDefects, findPaperBallot } from '../find-defects.ts';
import { isRepairedByOwner } from '../rules/defect-kinds.ts';

/**
 * May: whoever a counted paper ballot stands for, before T1. Changes: what is doubtful about the sheet is repaired by their
 * word, all at once; the ballot stays as it is. Announces DefectRepaired.
 */
export async function confirmBallot(context: Context, input: ConfirmBallotInput): Promise<{ ballotId: string }> {
  return inTransaction(context, { command: 'confirmBallot' }, async (unit) => {
    const { viewer } = context;
    const { id, assemblyId, submissionId, state } = await findPaperBallot(unit, input.ballotId);
    const standing = await inViewersName(context, unit, id);
    if (!mayConfirmBallot(viewer, standing) || viewer.kind !== 'SIGNED_IN')
      throw new Refusal('NOT_FOUND', { kind: 'Ballot' }, ['input', 'ballotId']);
    await unit.lock(assemblyId, 'exclusive');
    requireOpenForEntry(context, await unit.em.findOneOrFail(Assembly, { id: assemblyId }, { refresh: true }));
    const found = await findDefects(unit, id);
    const kinds = found
      .filter(({ mended_at, repair_id }) => mended_at === null && repair_id === null)
      .map(({ kind }) => kind)
      .filter((kind) => isRepairedByOwner(kind, state === 'COUNTED'));
    if (kinds.length === 0) throw new Refusal('NO_SUCH_DEFECT', {}, ['input', 'ballotId']);
    const repairs = kinds.map((kind) =>
      unit.em.create(DefectRepair, {
        id: newId(),
        assemblyId,
        submissionId,
        ballotId: id,
        kind,
        way: 'OWNERS_WORD',
        repairedById: viewer.personId,
        at: unit.now,
        note: null,
        evidenceFileIds: [],
        signedOn: null,
      }),
    );
    unit.tell({ name: 'DefectRepaired', assemblyId, submissionId });
    unit.record(
      { assembly: assemblyId, ballot: id, submission: submissionId, repairs: repairs.map((repair) => repair.id) },
      { defects: kinds, way: 'OWNERS_WORD' },
    );
    return { ballotId: id };
  });
}

async function inViewersName(context: Context, unit: Unit, ballotId: string): Promise<{ isInViewersName: boolean }> {
  const parameters = new Parameters();
  const wanted = parameters.add(ballotId);
  const rows = await unit.sql(
    `select 1 from ballot b left join roll_entry re on re.id = b.roll_entry_id
      where b.id = ${wanted} and ${ballotsInNameOf(context, parameters)}`,
    parameters.values,
  );
  return { isInViewersName: rows.length > 0 };
}
