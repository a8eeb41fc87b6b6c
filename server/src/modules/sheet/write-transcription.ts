import { decodeId } from '../../kernel/global-id.ts';
import { newId } from '../../kernel/new-id.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Unit } from '../../kernel/transaction.ts';
import { Person } from '../identity/index.ts';
import { Premises } from '../registry/index.ts';
import { itemIdsOf, sheetOf } from '../voting/index.ts';
import type { LockedSheet } from './lock-sheet.ts';
import type { TranscriptionStep } from './rules/sheet-lifecycle.ts';
import type { Transcript } from './rules/transcription.ts';
import { Transcription } from './sheet.entity.ts';
import type { TranscriptionInput } from './sheet.input.ts';

const isDate = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** Keeps what somebody read. What the code on the sheet says is not theirs to say otherwise. */
export async function writeTranscription(
  unit: Unit,
  { viewer, assembly, sheet }: LockedSheet,
  step: TranscriptionStep,
  input: TranscriptionInput,
  reason: string | null = null,
): Promise<Transcription> {
  const ownerId = await ownerOf(unit, sheet.ownerId ?? null, input.ownerId ?? null);
  const premisesIds = await premisesOf(unit, assembly.houseId, sheet.premisesIds, input.premisesIds ?? []);
  const actedById = input.actedById == null ? ownerId : await person(unit, input.actedById, 'actedById');
  const signedOn = input.signedOn ?? null;
  if (signedOn !== null && !isDate.test(signedOn))
    throw new Refusal('INVALID_INPUT', { what: 'signedOn' }, ['input', 'signedOn']);
  return unit.em.create(Transcription, {
    id: newId(),
    sheetId: sheet.id,
    step,
    byAccountId: viewer.accountId,
    byPersonId: viewer.personId,
    at: unit.now,
    ownerId,
    premisesIds,
    actedById,
    signed: input.signed ?? true,
    signedOn,
    sheet: sheetOf(input.votes, await itemIdsOf(unit, assembly.id)),
    reason,
  });
}

async function person(unit: Unit, globalId: string, field: string): Promise<string> {
  const id = decodeId('Person', globalId, ['input', field]);
  if (!(await unit.em.findOne(Person, { id }))) throw new Refusal('NOT_FOUND', { kind: 'Person' }, ['input', field]);
  return id;
}

async function ownerOf(unit: Unit, printed: string | null, named: string | null): Promise<string> {
  if (printed === null && named === null) throw new Refusal('INVALID_INPUT', { what: 'ownerId' }, ['input', 'ownerId']);
  const id = named === null ? null : await person(unit, named, 'ownerId');
  if (printed !== null && id !== null && id !== printed)
    throw new Refusal('SHEET_NAMES_ANOTHER', {}, ['input', 'ownerId']);
  return printed ?? id ?? '';
}

const mostPremises = 100;

async function premisesOf(
  unit: Unit,
  houseId: string,
  printed: readonly string[],
  named: readonly string[],
): Promise<string[]> {
  const field = ['input', 'premisesIds'];
  const ids = [...new Set(named.map((one) => decodeId('Premises', one, field)))];
  if (printed.length > 0) {
    if (ids.length > 0 && ids.toSorted().join() !== printed.toSorted().join())
      throw new Refusal('SHEET_NAMES_ANOTHER', {}, field);
    return [...printed];
  }
  if (ids.length === 0 || ids.length > mostPremises)
    throw new Refusal('INVALID_INPUT', { what: 'premisesIds', minimum: 1, maximum: mostPremises }, field);
  const known = await unit.em.find(Premises, { id: { $in: ids }, houseId });
  if (known.length !== ids.length) throw new Refusal('NOT_FOUND', { kind: 'Premises' }, field);
  return ids;
}

export function transcriptOf(row: Transcription): Transcript {
  return { ...row, signedOn: row.signedOn ?? null };
}
