import type { Context } from '../../../kernel/context.ts';
import { decodeId } from '../../../kernel/global-id.ts';
import { newId } from '../../../kernel/new-id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { requireKey } from '../../../kernel/require-key.ts';
import { inTransaction } from '../../../kernel/transaction.ts';
import { lockAssembly } from '../../assembly/index.ts';
import { readFileName } from '../../files/index.ts';
import { mayBeScanned, scanLifecycle, scanLimits } from '../rules/scan-lifecycle.ts';
import { Scan } from '../scan.entity.ts';
import type { BeginScanInput } from '../scan.input.ts';
import { mayTakeScans } from '../scan.policy.ts';

/** May: whoever runs the assembly, since its voting opened. Changes: a file is announced, and may arrive in parts. Announces nothing. */
export async function beginScan(context: Context, input: BeginScanInput): Promise<{ scanId: string }> {
  const { viewer } = context;
  if (viewer.kind !== 'SIGNED_IN') throw new Refusal('NOT_SIGNED_IN');
  const { idempotencyKey, ...rest } = input;
  requireKey(idempotencyKey);
  const assemblyId = decodeId('Assembly', input.assemblyId, ['input', 'assemblyId']);
  const idempotency = {
    key: idempotencyKey,
    input: rest,
    replay: async (ids: { readonly [role: string]: unknown }) => ({ scanId: String(ids['scan']) }),
  };
  return inTransaction(context, { command: 'beginScan', idempotency }, async (unit) => {
    const assembly = await lockAssembly(context, unit, assemblyId, mayTakeScans);
    const { size } = input;
    const fileName = readFileName(input.fileName);
    if (fileName === null) throw new Refusal('INVALID_INPUT', { what: 'fileName' }, ['input', 'fileName']);
    if (size < 0) throw new Refusal('INVALID_INPUT', { what: 'size' }, ['input', 'size']);
    if (size > scanLimits.bytes)
      throw new Refusal('FILE_TOO_LARGE', { limitBytes: scanLimits.bytes }, ['input', 'size']);
    if (!mayBeScanned(assembly.state)) throw new Refusal('WRONG_STATE', { state: assembly.state });
    const empty = size === 0;
    const scan = unit.em.create(Scan, {
      id: newId(),
      assemblyId,
      fileName,
      size,
      received: 0,
      state: empty ? 'REFUSED' : scanLifecycle.initial,
      fault: empty ? 'EMPTY' : null,
      uploadedBy: viewer.accountId,
      begunAt: unit.now,
      finishedAt: empty ? unit.now : null,
    });
    unit.record({ assembly: assemblyId, scan: scan.id }, { size, state: scan.state });
    return { scanId: scan.id };
  });
}
