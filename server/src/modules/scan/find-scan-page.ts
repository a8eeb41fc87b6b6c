import type { Context } from '../../kernel/context.ts';
import { decodeId } from '../../kernel/global-id.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Unit } from '../../kernel/transaction.ts';
import type { Viewer } from '../../kernel/viewer.ts';
import { lockAssembly, type AssemblyPlace } from '../assembly/index.ts';
import { Scan, ScanPage } from './scan.entity.ts';

/** A page that waits for a person, under the lock of its assembly. */
export async function lockQueuedPage(
  context: Context,
  unit: Unit,
  scanPageId: string,
  may: (viewer: Viewer, place: AssemblyPlace) => boolean,
): Promise<{ readonly page: ScanPage; readonly scan: Scan; readonly assemblyId: string }> {
  const id = decodeId('ScanPage', scanPageId, ['input', 'scanPageId']);
  const missing = (): Refusal => new Refusal('NOT_FOUND', { kind: 'ScanPage' }, ['input', 'scanPageId']);
  const found = await unit.em.findOne(ScanPage, { id });
  const scan = found && (await unit.em.findOne(Scan, { id: found.scanId }));
  if (!found || !scan) throw missing();
  await lockAssembly(context, unit, scan.assemblyId, may);
  const page = await unit.em.refreshOrFail(found);
  if (page.state !== 'QUEUED') throw new Refusal('PAGE_SETTLED', {}, ['input', 'scanPageId']);
  return { page, scan, assemblyId: scan.assemblyId };
}
