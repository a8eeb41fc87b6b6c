import type { Context } from '../../../kernel/context.ts';
import { decodeId } from '../../../kernel/global-id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { inTransaction } from '../../../kernel/transaction.ts';
import { mayRunAssembly } from '../assembly.policy.ts';
import { placeOf } from '../find-assembly.ts';
import { Proxy } from '../proxy.entity.ts';
import type { RevokeProxyInput } from '../proxy.input.ts';

/**
 * May: an administrator of the house, and the owner who gave the power. Changes: from now on the holder has no authority;
 * what was cast before stays (ГК art. 189). Announces nothing.
 */
export async function revokeProxy(context: Context, input: RevokeProxyInput): Promise<{ proxyId: string }> {
  const proxyId = decodeId('Proxy', input.proxyId, ['input', 'proxyId']);
  return inTransaction(context, { command: 'revokeProxy' }, async (unit) => {
    await unit.lock(proxyId, 'exclusive');
    const proxy = await unit.em.findOne(Proxy, { id: proxyId });
    const { viewer } = context;
    const own = proxy !== null && viewer.kind === 'SIGNED_IN' && viewer.actorIds.includes(proxy.ownerId);
    if (!proxy || (!own && !mayRunAssembly(viewer, await placeOf(unit, proxy.houseId, proxy.assemblyId ?? null)))) {
      throw new Refusal('NOT_FOUND', { kind: 'Proxy' }, ['input', 'proxyId']);
    }
    if (proxy.revokedAt) throw new Refusal('ALREADY_REVOKED', {}, ['input', 'proxyId']);
    unit.em.assign(proxy, { revokedAt: new Date(context.receivedAt), revokeReason: input.reason?.trim() || null });
    unit.record({ proxy: proxyId, house: proxy.houseId, assembly: proxy.assemblyId ?? null });
    return { proxyId };
  });
}
