/** A row of a register: premises, and at most one owner with a share in them (art. 45 p. 3.1; order 266/пр, register of owners). */
import { Fraction } from '../../../../kernel/fraction.ts';
import { numberKey } from '../../rules/number-key.ts';
import type { PremisesKind } from '../../rules/premises-kinds.ts';
import type { TableRow } from './cell.ts';
import { readArea } from './read-area.ts';
import { readDate } from './read-date.ts';
import { readOwner, type OwnerRow, type PersonReaders } from './read-owner.ts';
import { readCadastralNumber, readWithinHouse, readJoint, readNumber, readText } from './read-plain.ts';
import { readPremisesKind } from './read-premises-kind.ts';
import { readShare } from './read-share.ts';
import { refuse } from './row-error.ts';
import { RowReader, type ColumnsByField, type RowError } from './row-reader.ts';
import { isNoEntry } from './row-shape.ts';

export interface PremisesRow {
  readonly kind: PremisesKind;
  readonly number: string;
  readonly numberKey: string;
  readonly entrance: number | null;
  readonly floor: number | null;
  /** Null where another row of the same premises says it. */
  readonly areaHundredths: bigint | null;
  readonly cadastralNumber: string | null;
}

export interface OwnershipRow {
  readonly owner: OwnerRow;
  readonly share: Fraction;
  readonly joint: boolean;
  /** What the joint owners of one share have in common, where the table says it. */
  readonly group: string | null;
  readonly titleKind: string | null;
  readonly titleNumber: string | null;
  readonly titleDate: string | null;
  readonly since: string | null;
  readonly parentSnils: string | null;
}

export interface RegisterRow {
  readonly premises: PremisesRow;
  /** Null: the owner is not known; the premises count all the same. */
  readonly ownership: OwnershipRow | null;
}

export interface RegisterReading {
  /** Null when the row is refused. */
  readonly entry: RegisterRow | null;
  readonly errors: readonly RowError[];
  /** Where the row belongs, also a refused one, as far as it says so. */
  readonly placeKey: string | null;
}

/** Premises of a house are told apart by kind and number. */
function placeKeyOf({ kind, numberKey: key }: Pick<PremisesRow, 'kind' | 'numberKey'>): string {
  return `${kind} ${key}`;
}

export interface RegisterOptions {
  /** What premises are whose kind no column tells. */
  readonly premisesKind: PremisesKind;
  /** A day of the calendar, YYYY-MM-DD. */
  readonly today: string;
  /** What the house has, where that is known. */
  readonly entrances: number | null;
  readonly storeys: number | null;
}

function readPremises(reader: RowReader, options: RegisterOptions): PremisesRow | null {
  const number = reader.take('PREMISES_NUMBER', readNumber);
  const key = numberKey(number ?? '');
  if (key === '' && !reader.isRefused('PREMISES_NUMBER')) reader.refuse('PREMISES_NUMBER', 'PREMISES_NUMBER_MISSING');
  const kind = reader.take('PREMISES_KIND', readPremisesKind);
  const rest = {
    entrance: reader.take('ENTRANCE', (cell) => readWithinHouse(cell, 1, options.entrances)),
    floor: reader.take('FLOOR', (cell) => readWithinHouse(cell, -20, options.storeys)),
    areaHundredths: reader.take('AREA', readArea),
    cadastralNumber: reader.take('CADASTRAL_NUMBER', readCadastralNumber),
  };
  return number === null ? null : { kind: kind ?? options.premisesKind, number, numberKey: key, ...rest };
}

function readOwnership(reader: RowReader, readers: PersonReaders, options: RegisterOptions): OwnershipRow | null {
  const owner = readOwner(reader, readers, options.today);
  const written = reader.take('SHARE', readShare);
  const jointColumn = reader.take('JOINT', readJoint);
  const joint = written?.joint === true || jointColumn === true;
  const title = {
    titleKind: reader.take('TITLE_KIND', readText),
    titleNumber: reader.take('TITLE_NUMBER', readText),
    titleDate: reader.take('TITLE_DATE', (cell) => readDate(cell, options.today)),
  };
  const since = reader.take('OWNED_SINCE', (cell) => readDate(cell, options.today));
  const group = reader.take('JOINT_GROUP', readText);
  const parentSnils = reader.take('PARENT_SNILS', (cell) => {
    const snils = readers.snils(cell.text);
    return snils === null ? refuse('SNILS_INVALID') : { ok: true, value: snils };
  });
  if (owner === null) {
    // A share of nobody stays in the total of the house by itself; a title of nobody is a mistake.
    if (title.titleNumber !== null && reader.errors.length === 0) reader.refuse('TITLE_NUMBER', 'OWNER_MISSING');
    return null;
  }
  const isMinor = readers.comesOfAgeOn(owner.birthDate, options.today) !== null;
  if (parentSnils !== null && !isMinor) reader.refuse('PARENT_SNILS', 'NOT_A_MINOR');
  if (written === null && !joint && !reader.isRefused('SHARE')) reader.refuse('SHARE', 'SHARE_MISSING');
  const share = written?.share ?? Fraction.one;
  return { owner, share, joint: joint || group !== null, group, ...title, since, parentSnils };
}

export function readRegisterRow(
  row: TableRow,
  columns: ColumnsByField,
  readers: PersonReaders,
  options: RegisterOptions,
): RegisterReading {
  const reader = new RowReader(row, columns);
  if (isNoEntry('REGISTER', row, reader)) return { entry: null, errors: reader.errors, placeKey: null };
  const premises = readPremises(reader, options);
  const ownership = readOwnership(reader, readers, options);
  const placeKey = premises === null || premises.numberKey === '' ? null : placeKeyOf(premises);
  if (reader.errors.length > 0 || premises === null) return { entry: null, errors: reader.errors, placeKey };
  return { entry: { premises, ownership }, errors: [], placeKey };
}
