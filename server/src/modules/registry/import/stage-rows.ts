import type { Context } from '../../../kernel/context.ts';
import { newId } from '../../../kernel/new-id.ts';
import { sealDetails, snilsHash } from '../../identity/index.ts';
import type { ImportOptions } from './import-job.entity.ts';
import { personReaders } from './person-readers.ts';
import type { TableRow } from './rules/cell.ts';
import { readHouseRow } from './rules/read-house-row.ts';
import type { OwnerRow } from './rules/read-owner.ts';
import { readRegisterRow, type OwnershipRow } from './rules/read-register-row.ts';
import type { ColumnsByField } from './rules/row-reader.ts';
import { refusedRow, type StagedRow } from './staged-row.ts';

export interface Reading {
  readonly importId: string;
  readonly columns: ColumnsByField;
  readonly options: ImportOptions;
  readonly today: string;
  readonly house: { readonly entrances: number | null; readonly storeys: number | null } | null;
}

export function stageHouse(context: Context, reading: Reading, row: TableRow): StagedRow {
  const { house, errors } = readHouseRow(row, reading.columns, reading.today);
  if (house === null) return refusedRow(context.secrets, reading.importId, row.number, errors);
  const { addressKey, ...fields } = house;
  return { row_number: row.number, place_key: addressKey, fields, own_id: newId() };
}

/** Spelling and case aside, as people compare names. */
function namesKey(owner: Pick<OwnerRow, 'familyName' | 'givenName' | 'patronymic' | 'bodyName'>): string {
  const names = [owner.familyName, owner.givenName, owner.patronymic, owner.bodyName].map((name) => name ?? '');
  return names
    .join('|')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/[«»“”„"']/g, '');
}

/** Hashed like a SNILS in the register: a table of people under way gives nothing away either. */
function snilsKey(context: Context, snils: string): string {
  return `snils ${snilsHash(context.secrets, snils).toString('hex')}`;
}

function personKey(context: Context, placeKey: string, owner: OwnerRow): string {
  if (owner.snils !== null) return snilsKey(context, owner.snils);
  if (owner.ogrn !== null) return `ogrn ${owner.ogrn}`;
  const within = [placeKey, owner.kind, namesKey(owner), owner.birthDate ?? ''].join('|');
  return `name ${context.secrets.hash('contact', within).toString('hex')}`;
}

function ownershipFields(ownership: OwnershipRow, today: string) {
  const { owner, share, joint, group, titleKind, titleNumber, titleDate, since } = ownership;
  const { kind, familyName, givenName, patronymic, bodyName, ogrn } = owner;
  return {
    owner: {
      kind,
      familyName,
      givenName,
      patronymic,
      bodyName,
      ogrn,
      hasNumber: owner.snils !== null || ogrn !== null,
      comesOfAgeOn: personReaders.comesOfAgeOn(owner.birthDate, today),
    },
    namesKey: namesKey(owner),
    share: share.toString(),
    joint,
    group,
    titleKind,
    titleNumber,
    titleDate,
    since,
  };
}

export function stageRegisterRow(context: Context, reading: Reading, row: TableRow): StagedRow {
  const { importId, columns, options, today, house } = reading;
  const { entry, errors, placeKey } = readRegisterRow(row, columns, personReaders, {
    premisesKind: options.premisesKind,
    today,
    entrances: house?.entrances ?? null,
    storeys: house?.storeys ?? null,
  });
  if (entry === null || placeKey === null)
    return { ...refusedRow(context.secrets, importId, row.number, errors), place_key: placeKey };
  const { premises, ownership } = entry;
  const ownId = newId();
  const fields = { premises: { ...premises, areaHundredths: premises.areaHundredths?.toString() ?? null } };
  if (ownership === null) return { row_number: row.number, place_key: placeKey, fields, own_id: ownId };
  const { owner, parentSnils } = ownership;
  return {
    row_number: row.number,
    place_key: placeKey,
    person_key: personKey(context, placeKey, owner),
    parent_key: parentSnils === null ? null : snilsKey(context, parentSnils),
    fields: { ...fields, ownership: ownershipFields(ownership, today) },
    details_sealed: sealDetails(context.secrets, ownId, owner)?.toString('base64') ?? null,
    own_id: ownId,
  };
}
