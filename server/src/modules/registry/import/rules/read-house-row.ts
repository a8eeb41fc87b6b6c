/** A house is known by its address: settlement, street and number. A row without one of them is named and not guessed. */
import { readAddress } from '../../rules/address-key.ts';
import type { TableRow } from './cell.ts';
import { readCadastralNumber, readFiasId, readInteger, readText, readYear } from './read-plain.ts';
import { RowReader, type ColumnsByField, type RowError } from './row-reader.ts';
import { isNoEntry } from './row-shape.ts';

export interface HouseRow {
  readonly addressKey: string;
  readonly settlement: string;
  readonly street: string;
  readonly number: string;
  readonly block: string | null;
  readonly fiasId: string | null;
  readonly cadastralNumber: string | null;
  readonly storeys: number | null;
  readonly entrances: number | null;
  readonly yearBuilt: number | null;
  readonly wallMaterial: string | null;
  readonly series: string | null;
}

export type HouseReading =
  | { readonly house: HouseRow; readonly errors: readonly [] }
  | { readonly house: null; readonly errors: readonly RowError[] };

const missing = {
  settlement: ['SETTLEMENT', 'SETTLEMENT_MISSING'],
  street: ['STREET', 'STREET_MISSING'],
  number: ['HOUSE_NUMBER', 'HOUSE_NUMBER_MISSING'],
} as const;

export function readHouseRow(row: TableRow, columns: ColumnsByField, today: string): HouseReading {
  const reader = new RowReader(row, columns);
  if (isNoEntry('HOUSES', row, reader)) return { house: null, errors: reader.errors };
  const written = {
    settlement: reader.take('SETTLEMENT', readText),
    street: reader.take('STREET', readText),
    number: reader.take('HOUSE_NUMBER', readText),
    block: reader.take('BLOCK', readText),
  };
  // «Б/Н» says itself that there is no number.
  const number = /^б[/\\]?н(?![\p{L}\p{N}])/iu.test(written.number ?? '') ? null : written.number;
  let answer = readAddress({ ...written, number });
  for (let probe = { ...written, number }; !answer.ok; answer = readAddress(probe)) {
    const [field, code] = missing[answer.missing];
    if (!reader.isRefused(field)) reader.refuse(field, code);
    // Something in its place, to see what else is missing.
    probe = { ...probe, [answer.missing]: 'А1' };
  }
  // «-я аллея, 1»: a piece of a street cut off by whoever made the table.
  if (written.block !== null && !/^[\p{L}\p{N}][^,]*$/u.test(written.block)) reader.refuse('BLOCK', 'BLOCK_UNREADABLE');
  const details = {
    fiasId: reader.take('FIAS_ID', readFiasId),
    cadastralNumber: reader.take('CADASTRAL_NUMBER', readCadastralNumber),
    storeys: reader.take('STOREYS', (cell) => readInteger(cell, 1, 200)),
    entrances: reader.take('ENTRANCES', (cell) => readInteger(cell, 1, 200)),
    yearBuilt: reader.take('YEAR_BUILT', (cell) => readYear(cell, today)),
    wallMaterial: reader.take('WALL_MATERIAL', readText),
    series: reader.take('SERIES', readText),
  };
  if (reader.errors.length > 0) return { house: null, errors: reader.errors };
  return { house: { addressKey: answer.key, ...answer.address, ...details }, errors: [] };
}
