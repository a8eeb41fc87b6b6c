import type { Context } from '../../kernel/context.ts';
import { newId } from '../../kernel/new-id.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Unit } from '../../kernel/transaction.ts';
import type { House } from './house.entity.ts';
import { Premises, PremisesArea } from './premises.entity.ts';
import { optionalCadastralNumber, optionalNumber, requireText } from './register-entry.ts';
import { numberKey as keyOf } from './rules/number-key.ts';
import type { PremisesKind } from './rules/premises-kinds.ts';

export interface WrittenPremises {
  readonly kind: PremisesKind;
  readonly number: string;
  readonly entrance?: number | null;
  readonly floor?: number | null;
  readonly cadastralNumber?: string | null;
}

/** The columns of premises beside their area, read and judged against the house. */
export function premisesColumns(house: House, written: WrittenPremises) {
  const number = requireText(written.number, ['number']);
  const numberKey = keyOf(number);
  if (numberKey === '') throw new Refusal('INVALID_INPUT', { what: 'number' }, ['input', 'number']);
  return {
    kind: written.kind,
    number,
    numberKey,
    entrance: optionalNumber(written.entrance, 'entrance', 1, house.entrances ?? 200),
    floor: optionalNumber(written.floor, 'floor', -20, house.storeys ?? 200),
    cadastralNumber: optionalCadastralNumber(written.cadastralNumber),
  };
}

/** Under the lock of the house. */
export async function requireNewPremises(
  unit: Unit,
  houseId: string,
  { kind, numberKey }: { readonly kind: PremisesKind; readonly numberKey: string },
  exceptId: string | null,
): Promise<void> {
  const others = exceptId === null ? {} : { id: { $ne: exceptId } };
  if ((await unit.em.count(Premises, { houseId, kind, numberKey, withdrawnAt: null, ...others })) > 0) {
    throw new Refusal('DUPLICATE', { what: 'number' }, ['input', 'number']);
  }
}

export function requireArea(area: bigint): bigint {
  if (area <= 0n) throw new Refusal('AREA_INVALID', {}, ['input', 'area']);
  return area;
}

/** One more dated row of the area's history. */
export function writeArea(
  context: Context,
  unit: Unit,
  premisesId: string,
  entry: { readonly areaHundredths: bigint; readonly since: Date; readonly document: string },
): void {
  const recordedBy = context.viewer.kind === 'SIGNED_IN' ? context.viewer.accountId : null;
  unit.em.create(PremisesArea, { id: newId(), premisesId, ...entry, recordedBy });
}
