import type { Context } from '../../../kernel/context.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { inTransactionWithoutJournal } from '../../../kernel/transaction.ts';
import { scanLimits } from '../rules/scan-lifecycle.ts';
import { Scan, ScanChunk } from '../scan.entity.ts';
import { mayContinueScan } from '../scan.policy.ts';

export interface Arrived {
  readonly received: number;
  readonly size: number;
  /** The chunk begins where the file ends so far. */
  readonly fits: boolean;
}

export async function bytesOf(content: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of content) {
    size += part.length;
    if (size > scanLimits.chunkBytes) throw new Refusal('FILE_TOO_LARGE', { limitBytes: scanLimits.chunkBytes });
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** May: whoever began to send it. Changes: a part is kept where it follows on; one that does not changes nothing, and the answer says where to go on. */
export async function keepChunk(context: Context, scanId: string, start: number, content: Buffer): Promise<Arrived> {
  return inTransactionWithoutJournal(context, 'keepChunk', async (unit) => {
    await unit.lock(scanId, 'exclusive');
    const scan = await unit.em.findOne(Scan, { id: scanId });
    if (!scan || !mayContinueScan(context.viewer, scan.uploadedBy)) throw new Refusal('NOT_FOUND', { kind: 'Scan' });
    const { received, size } = scan;
    if (scan.state !== 'UPLOADING' || start !== received) return { received, size, fits: start === received };
    if (received + content.length > size) throw new Refusal('FILE_TOO_LARGE', { limitBytes: size });
    if (content.length > 0) {
      unit.em.create(ScanChunk, { scanId, start, content });
      unit.em.assign(scan, { received: received + content.length });
    }
    return { received: received + content.length, size, fits: true };
  });
}
