import type { Context } from '../../../kernel/context.ts';
import { decodeId, decodeOptionalId } from '../../../kernel/global-id.ts';
import { newId } from '../../../kernel/new-id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { inTransaction, type Unit } from '../../../kernel/transaction.ts';
import { Person } from '../../identity/index.ts';
import { Premises } from '../../registry/index.ts';
import { Assembly } from '../assembly.entity.ts';
import { mayRunAssembly } from '../assembly.policy.ts';
import { placeOf } from '../find-assembly.ts';
import { Proxy } from '../proxy.entity.ts';
import type { RegisterProxyInput } from '../proxy.input.ts';

/**
 * May: an administrator of the house who holds the document in hand. Changes: the holder may act for the owner within
 * the term; what was refused before stays refused. Announces ProxyRegistered.
 */
export async function registerProxy(context: Context, input: RegisterProxyInput): Promise<{ proxyId: string }> {
  const { idempotencyKey, ...rest } = input;
  const idempotency =
    idempotencyKey == null
      ? undefined
      : {
          key: idempotencyKey,
          input: rest,
          replay: async (ids: { readonly [role: string]: unknown }) => ({ proxyId: String(ids['proxy']) }),
        };
  return inTransaction(context, { command: 'registerProxy', ...(idempotency ? { idempotency } : {}) }, async (unit) => {
    const houseId = decodeId('House', input.houseId, ['input', 'houseId']);
    const assemblyId = decodeOptionalId('Assembly', input.assemblyId);
    const place = await placeOf(unit, houseId, assemblyId);
    if (!mayRunAssembly(context.viewer, place)) throw new Refusal('NOT_ALLOWED', {}, ['input', 'houseId']);
    if (assemblyId !== null && !(await unit.em.findOne(Assembly, { id: assemblyId, houseId }))) {
      throw new Refusal('NOT_FOUND', { kind: 'Assembly' }, ['input', 'assemblyId']);
    }
    const ownerId = await requirePerson(unit, decodeId('Person', input.ownerId, ['input', 'ownerId']), 'ownerId');
    const holderId = await requireHolder(unit, decodeId('Person', input.holderId, ['input', 'holderId']), ownerId);
    if (input.validUntil.getTime() <= input.validFrom.getTime()) {
      throw new Refusal('PROXY_TERM_INVALID', {}, ['input', 'validUntil']);
    }
    const documentKind = input.documentKind.trim();
    if (documentKind === '') throw new Refusal('INVALID_INPUT', { what: 'documentKind' }, ['input', 'documentKind']);
    const proxy = unit.em.create(Proxy, {
      id: newId(),
      houseId,
      assemblyId,
      premisesIds: await requirePremises(unit, houseId, input.premisesIds),
      ownerId,
      holderId,
      mayVote: input.mayVote ?? true,
      documentKind,
      documentNumber: input.documentNumber?.trim() || null,
      documentDate: input.documentDate ?? null,
      certifiedBy: input.certifiedBy?.trim() || null,
      validFrom: input.validFrom,
      validUntil: input.validUntil,
      registeredAt: unit.now,
      revokedAt: null,
      revokeReason: null,
    });
    unit.tell({ name: 'ProxyRegistered', houseId, assemblyId });
    unit.record({ proxy: proxy.id, house: houseId, assembly: assemblyId, owner: ownerId, holder: holderId });
    return { proxyId: proxy.id };
  });
}

async function requirePerson(unit: Unit, id: string, field: string): Promise<string> {
  const person = await unit.em.findOne(Person, { id, withdrawnAt: null });
  if (!person) throw new Refusal('NOT_FOUND', { kind: 'Person' }, ['input', field]);
  return id;
}

async function requireHolder(unit: Unit, id: string, ownerId: string): Promise<string> {
  const holder = await unit.em.findOne(Person, { id, withdrawnAt: null });
  if (!holder) throw new Refusal('NOT_FOUND', { kind: 'Person' }, ['input', 'holderId']);
  const minor = holder.comesOfAgeOn != null && holder.comesOfAgeOn > unit.now.toISOString().slice(0, 10);
  if (id === ownerId || minor) throw new Refusal('PROXY_HOLDER_INVALID', {}, ['input', 'holderId']);
  return id;
}

async function requirePremises(
  unit: Unit,
  houseId: string,
  ids: readonly string[] | null | undefined,
): Promise<string[] | null> {
  if (ids == null) return null;
  const uuids = ids.map((id) => decodeId('Premises', id, ['input', 'premisesIds']));
  const known = await unit.em.count(Premises, { id: { $in: uuids }, houseId });
  if (known !== new Set(uuids).size) throw new Refusal('NOT_FOUND', { kind: 'Premises' }, ['input', 'premisesIds']);
  return uuids;
}
