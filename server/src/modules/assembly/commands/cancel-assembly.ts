import type { Context } from '../../../kernel/context.ts';
import { decodeId } from '../../../kernel/global-id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { inTransaction } from '../../../kernel/transaction.ts';
import type { CancelAssemblyInput } from '../assembly.input.ts';
import { mayAbortVoting, mayRunAssembly } from '../assembly.policy.ts';
import { lockAssembly } from '../find-assembly.ts';
import { assemblyLifecycle } from '../rules/assembly-lifecycle.ts';

/**
 * May: whoever runs the assembly, before its opening moment. Changes: it is cancelled; a new notice starts the ten days
 * anew. Announces AssemblyCancelled.
 */
export async function cancelAssembly(context: Context, input: CancelAssemblyInput): Promise<{ assemblyId: string }> {
  return stop(context, 'cancelAssembly', input);
}

/** May: the operator of the platform, for force majeure. Changes: voting ends without a decision; every ballot is kept. */
export async function abortVoting(context: Context, input: CancelAssemblyInput): Promise<{ assemblyId: string }> {
  return stop(context, 'abortVoting', input);
}

async function stop(context: Context, command: 'cancelAssembly' | 'abortVoting', input: CancelAssemblyInput) {
  const assemblyId = decodeId('Assembly', input.assemblyId, ['input', 'assemblyId']);
  const reason = input.reason.trim();
  if (reason === '') throw new Refusal('INVALID_INPUT', { what: 'reason' }, ['input', 'reason']);
  return inTransaction(context, { command }, async (unit) => {
    const assembly = await lockAssembly(
      context,
      unit,
      assemblyId,
      command === 'abortVoting' ? mayAbortVoting : mayRunAssembly,
    );
    const next = assemblyLifecycle.next(assembly.state, command === 'cancelAssembly' ? 'cancel' : 'abort');
    // The moment decides, not whether the clockwork has come by: what should be open is not called off.
    const alreadyOpen =
      command === 'cancelAssembly' &&
      assembly.state === 'ANNOUNCED' &&
      assembly.opensAt !== null &&
      assembly.opensAt !== undefined &&
      context.receivedAt >= assembly.opensAt.getTime();
    if (next === undefined || alreadyOpen) {
      throw new Refusal('WRONG_STATE', { state: alreadyOpen ? 'VOTING' : assembly.state });
    }
    const before = assembly.state;
    unit.em.assign(assembly, {
      state: next,
      cancelledAt: unit.now,
      cancelReason: reason,
      rollVersion: assembly.rollVersion + 1,
    });
    unit.tell({ name: 'AssemblyCancelled', assemblyId, houseId: assembly.houseId });
    unit.record({ assembly: assemblyId }, { state: { before, after: next } });
    return { assemblyId };
  });
}
