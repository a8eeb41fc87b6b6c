import type { Context } from '../../kernel/context.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Unit } from '../../kernel/transaction.ts';
import { moscowToday, Organisation } from '../identity/index.ts';
import { House } from './house.entity.ts';
import { optionalCadastralNumber, optionalNumber, optionalText } from './register-entry.ts';
import { readAddress, type Address, type AddressAnswer } from './rules/address-key.ts';

type ReadAddress = Omit<Extract<AddressAnswer, { ok: true }>, 'ok'>;

/** The address tidied, with its key; what is missing or no line of text is named. */
export function requireAddress(written: Partial<Record<keyof Address, string | null | undefined>>): ReadAddress {
  for (const part of ['settlement', 'street', 'number', 'block'] as const) optionalText(written[part], [part]);
  const answer = readAddress(written);
  if (!answer.ok) throw new Refusal('INVALID_INPUT', { what: answer.missing }, ['input', answer.missing]);
  return answer;
}

function optionalGuid(text: string | null | undefined): string | null {
  if (text == null || text.trim() === '') return null;
  const guid = text.trim().toLowerCase();
  if (!/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(guid)) {
    throw new Refusal('INVALID_INPUT', { what: 'fiasId' }, ['input', 'fiasId']);
  }
  return guid;
}

export interface WrittenHouse {
  readonly fiasId?: string | null | undefined;
  readonly cadastralNumber?: string | null | undefined;
  readonly entrances?: number | null | undefined;
  readonly storeys?: number | null | undefined;
  readonly yearBuilt?: number | null | undefined;
  readonly wallMaterial?: string | null | undefined;
  readonly series?: string | null | undefined;
}

/** The columns of a house beside its address, read and judged. */
export function houseColumns(context: Context, written: WrittenHouse) {
  return {
    fiasId: optionalGuid(written.fiasId),
    cadastralNumber: optionalCadastralNumber(written.cadastralNumber),
    entrances: optionalNumber(written.entrances, 'entrances', 1, 200),
    storeys: optionalNumber(written.storeys, 'storeys', 1, 200),
    yearBuilt: optionalNumber(written.yearBuilt, 'yearBuilt', 1500, Number(moscowToday(context).slice(0, 4))),
    wallMaterial: optionalText(written.wallMaterial, ['wallMaterial']),
    series: optionalText(written.series, ['series']),
  };
}

/** The same address, or the same ФИАС id, is the same house; two entries at once are told apart by the lock. */
export async function requireNewHouse(
  unit: Unit,
  addressKey: string,
  fiasId: string | null,
  exceptId: string | null,
): Promise<void> {
  const others = exceptId === null ? {} : { id: { $ne: exceptId } };
  await unit.lock(`house ${addressKey}`, 'exclusive');
  if ((await unit.em.count(House, { addressKey, withdrawnAt: null, ...others })) > 0) {
    throw new Refusal('DUPLICATE', { what: 'address' }, ['input', 'number']);
  }
  if (fiasId === null) return;
  await unit.lock(`house ${fiasId}`, 'exclusive');
  if ((await unit.em.count(House, { fiasId, withdrawnAt: null, ...others })) > 0) {
    throw new Refusal('DUPLICATE', { what: 'fiasId' }, ['input', 'fiasId']);
  }
}

export async function requireOrganisation(unit: Unit, organisationId: string | null): Promise<void> {
  if (organisationId === null) return;
  if ((await unit.em.count(Organisation, { id: organisationId })) === 0) {
    throw new Refusal('NOT_FOUND', { kind: 'Organisation' }, ['input', 'organisationId']);
  }
}
