import type { Context } from '../../../../kernel/context.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { inTransaction } from '../../../../kernel/transaction.ts';
import { moscowToday } from '../../../identity/index.ts';
import { lockImport, nextState } from '../find-import.ts';
import type { MapImportInput } from '../import.input.ts';
import { mayImport } from '../import.policy.ts';
import { mappingProblem } from '../rules/import-field.ts';

/** May: whoever may import this. Changes: what the columns mean. Announces nothing. */
export async function mapImport(context: Context, input: MapImportInput): Promise<{ importId: string }> {
  return inTransaction(context, { command: 'mapImport' }, async (unit) => {
    const { job } = await lockImport(context, unit, mayImport, input.importId);
    const state = nextState(job, 'map');
    const columns = input.columns.map(({ column, field }) => ({ column, field }));
    const problem = mappingProblem(job.kind, columns, job.width);
    if (problem) {
      const subject = 'field' in problem ? problem.field : problem.column;
      throw new Refusal('IMPORT_MAPPING', { problem: problem.problem, subject }, ['input', 'columns']);
    }
    const ownedSince = input.ownedSince ?? null;
    if (ownedSince !== null && ownedSince > moscowToday(context))
      throw new Refusal('IN_THE_FUTURE', { at: ownedSince }, ['input', 'ownedSince']);
    unit.em.assign(job, {
      state,
      columns,
      options: { premisesKind: input.premisesKind ?? 'FLAT', ownedSince },
      failure: null,
      rowsDone: 0,
      rowsTotal: null,
      newRows: null,
      sameRows: null,
      changedRows: null,
      refusedRows: null,
      rehearsedAt: null,
    });
    unit.record({ import: job.id }, { columns: columns.map(({ column, field }) => `${column}: ${field}`) });
    return { importId: job.id };
  });
}
