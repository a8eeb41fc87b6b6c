import type { Context } from '../../../kernel/context.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { Unit } from '../../../kernel/transaction.ts';
import type { Viewer } from '../../../kernel/viewer.ts';
import { ImportJob, type ImportJob as ImportJobRow } from './import-job.entity.ts';
import type { ImportState } from './rules/import-lifecycle.ts';

/** An import in the state in which the background left it, under its lock. */
export async function requireJob(
  context: Context,
  unit: Unit,
  importId: string,
  state: ImportState,
  may: (viewer: Viewer, startedBy: string | null) => boolean,
): Promise<ImportJobRow> {
  await unit.lock(importId, 'exclusive');
  const job = await unit.em.findOne(ImportJob, { id: importId });
  if (!job) throw new Refusal('NOT_FOUND', { kind: 'ImportJob' });
  if (!may(context.viewer, job.startedBy ?? null)) throw new Refusal('NOT_ALLOWED');
  if (job.state !== state) throw new Refusal('IMPORT_STATE', { state: job.state });
  return job;
}
