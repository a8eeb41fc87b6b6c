import type { Context } from '../../kernel/context.ts';
import { decodeId } from '../../kernel/global-id.ts';
import { Parameters } from '../../kernel/page-query.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Unit } from '../../kernel/transaction.ts';
import type { Viewer } from '../../kernel/viewer.ts';
import { Person } from '../identity/index.ts';
import { House, type House as HouseRow } from './house.entity.ts';
import { Ownership, type Ownership as OwnershipRow } from './ownership.entity.ts';
import { Premises, type Premises as PremisesRow } from './premises.entity.ts';
import { housesVisibleTo, type HousePlace } from './registry.policy.ts';

/** Which right over the house the command asks for. */
type May = (viewer: Viewer, place: HousePlace) => boolean;

/** A house, under its lock, for whoever may. */
export async function lockHouse(context: Context, unit: Unit, may: May, id: string): Promise<HouseRow> {
  const houseId = decodeId('House', id, ['input', 'houseId']);
  await unit.lock(houseId, 'exclusive');
  const house = await unit.em.findOne(House, { id: houseId, withdrawnAt: null });
  if (!house) throw new Refusal('NOT_FOUND', { kind: 'House' }, ['input', 'houseId']);
  if (!may(context.viewer, placeOf(house))) throw new Refusal('NOT_ALLOWED');
  return house;
}

/** Premises under their lock, for whoever may: shares over time are judged by one command at a time. */
export async function lockPremises(
  context: Context,
  unit: Unit,
  may: May,
  premisesId: string,
  field: readonly string[],
): Promise<{ premises: PremisesRow; house: HouseRow }> {
  await unit.lock(premisesId, 'exclusive');
  const premises = await unit.em.findOne(Premises, { id: premisesId, withdrawnAt: null });
  const house = premises && (await unit.em.findOne(House, { id: premises.houseId, withdrawnAt: null }));
  if (!premises || !house) throw new Refusal('NOT_FOUND', { kind: 'Premises' }, field);
  if (!may(context.viewer, placeOf(house))) {
    const visible = await isRegisterVisible(context, unit, house.id);
    throw visible ? new Refusal('NOT_ALLOWED') : new Refusal('NOT_FOUND', { kind: 'Premises' }, field);
  }
  return { premises, house };
}

function placeOf(house: HouseRow): HousePlace {
  return { houseId: house.id, organisationId: house.organisationId ?? null };
}

async function isRegisterVisible(context: Context, unit: Unit, houseId: string): Promise<boolean> {
  const parameters = new Parameters();
  const id = parameters.add(houseId);
  const visible = housesVisibleTo(context.viewer, parameters, unit.now);
  return (await unit.sql(`select from house h where h.id = ${id} and ${visible}`, parameters.values)).length > 0;
}

/** An ownership with the premises it lies on, under the lock of the premises. */
export async function lockOwnership(
  context: Context,
  unit: Unit,
  may: May,
  id: string,
): Promise<{ ownership: OwnershipRow; premises: PremisesRow; house: HouseRow }> {
  const field = ['input', 'ownershipId'];
  const found = await unit.em.findOne(Ownership, { id: decodeId('Ownership', id, field), withdrawnAt: null });
  if (!found) throw new Refusal('NOT_FOUND', { kind: 'Ownership' }, field);
  const { premises, house } = await lockPremises(context, unit, may, found.premisesId, field);
  // It may have ended while the lock was awaited.
  const ownership = await unit.em.refresh(found);
  if (!ownership) throw new Refusal('NOT_FOUND', { kind: 'Ownership' }, field);
  return { ownership, premises, house };
}

/** The uuids of these persons, each once and each known; the first that is not is named by its place. */
export async function requirePersons(unit: Unit, ids: readonly string[], field: string): Promise<string[]> {
  if (ids.length === 0 || ids.length > 50) {
    throw new Refusal('INVALID_INPUT', { what: field, minimum: 1, maximum: 50 }, ['input', field]);
  }
  const uuids = ids.map((id, at) => decodeId('Person', id, ['input', field, String(at)]));
  const twice = uuids.findIndex((id, at) => uuids.indexOf(id) !== at);
  if (twice >= 0) throw new Refusal('DUPLICATE', { what: field }, ['input', field, String(twice)]);
  const known = new Set((await unit.em.find(Person, { id: { $in: uuids }, withdrawnAt: null })).map(({ id }) => id));
  const unknown = uuids.findIndex((id) => !known.has(id));
  if (unknown >= 0) throw new Refusal('NOT_FOUND', { kind: 'Person' }, ['input', field, String(unknown)]);
  return uuids;
}
