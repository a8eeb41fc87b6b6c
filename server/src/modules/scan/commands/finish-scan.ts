import type { Context } from '../../../kernel/context.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { inTransaction } from '../../../kernel/transaction.ts';
import type { ScanFault } from '../rules/page-standing.ts';
import { scanLifecycle } from '../rules/scan-lifecycle.ts';
import { Scan } from '../scan.entity.ts';
import { mayReadScans } from '../scan.policy.ts';

/** May: the job that reads. Changes: every page of a file has its place, or the file says why it has none. Announces ScanRead. */
export async function finishScan(context: Context, scanId: string, fault: ScanFault | null): Promise<void> {
  await inTransaction(context, { command: 'finishScan' }, async (unit) => {
    await unit.lock(scanId, 'exclusive');
    const scan = await unit.em.findOne(Scan, { id: scanId });
    if (!scan || !mayReadScans(context.viewer)) throw new Refusal('NOT_ALLOWED');
    const state = scanLifecycle.next(scan.state, fault === null ? 'finish' : 'refuse');
    if (state === undefined) throw new Refusal('WRONG_STATE', { state: scan.state });
    unit.em.assign(scan, { state, fault, finishedAt: unit.now });
    if (fault === null) unit.tell({ name: 'ScanRead', scanId, assemblyId: scan.assemblyId });
    unit.record({ assembly: scan.assemblyId, scan: scanId }, { state, fault, pageCount: scan.pageCount ?? null });
  });
}
