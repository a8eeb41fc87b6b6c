import type { Context } from '../../../kernel/context.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { inTransaction } from '../../../kernel/transaction.ts';
import { scanLifecycle, scanLimits } from '../rules/scan-lifecycle.ts';
import { Scan } from '../scan.entity.ts';
import { mayContinueScan } from '../scan.policy.ts';

async function* chunksOf(context: Context, scanId: string): AsyncGenerator<Uint8Array> {
  for (let start = -1; ;) {
    const [chunk] = await context.database.read<{ start: number; content: Uint8Array }>(
      'select start, content from scan_chunk where scan_id = $1 and start > $2 order by start limit 1',
      [scanId, start],
    );
    if (!chunk) return;
    yield chunk.content;
    ({ start } = chunk);
  }
}

/**
 * May: whoever began to send it. Changes: a file that has arrived whole is stored, and is read in the background; the same file in
 * the same assembly is refused. A repeat changes nothing. Announces ScanArrived.
 */
export async function completeScan(context: Context, scanId: string): Promise<void> {
  const waiting = await context.database.em().findOne(Scan, { id: scanId });
  if (!waiting || !mayContinueScan(context.viewer, waiting.uploadedBy))
    throw new Refusal('NOT_FOUND', { kind: 'Scan' });
  if (waiting.state !== 'UPLOADING' || waiting.received !== waiting.size) return;
  const { sha256 } = await context.files.put(chunksOf(context, scanId), scanLimits.bytes);
  await inTransaction(context, { command: 'completeScan' }, async (unit) => {
    await unit.lock(waiting.assemblyId, 'exclusive');
    await unit.lock(scanId, 'exclusive');
    const scan = await unit.em.findOneOrFail(Scan, { id: scanId });
    const known = await unit.em.count(Scan, { assemblyId: scan.assemblyId, sha256, fault: null });
    const next = scanLifecycle.next(scan.state, known > 0 ? 'refuse' : 'arrive');
    if (next !== undefined) {
      const refused = known > 0 ? ({ fault: 'ALREADY_UPLOADED', finishedAt: unit.now } as const) : {};
      unit.em.assign(scan, { sha256, state: next, ...refused });
      await unit.sql('delete from scan_chunk where scan_id = $1', [scanId]);
      if (known === 0) unit.tell({ name: 'ScanArrived', scanId });
    }
    unit.record({ assembly: scan.assemblyId, scan: scanId }, { sha256, state: scan.state, fault: scan.fault ?? null });
  });
}
