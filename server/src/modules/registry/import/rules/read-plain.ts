import { readCadastralNumber as cadastralNumberOf } from '../../rules/cadastral-number.ts';
import type { Cell } from './cell.ts';
import { read, refuse, type Reading } from './row-error.ts';

/** Text with single spaces. A date in it is Excel's reading of «1/2», so it is refused rather than printed back. */
export function readText(cell: Cell): Reading<string> {
  if (cell.kind === 'DATE') return refuse('CELL_IS_DATE');
  return read(cell.text.normalize('NFC').replaceAll(/\s+/g, ' ').trim());
}

/** «5.0» is how programs export a five out of a column with empty cells. */
export function readNumber(cell: Cell): Reading<string> {
  const reading = readText(cell);
  return reading.ok ? read(reading.value.replace(/^(\d+)[.,]0+$/, '$1')) : reading;
}

export function readInteger(cell: Cell, from: number, to: number): Reading<number> {
  if (cell.kind === 'DATE') return refuse('CELL_IS_DATE');
  const whole = cell.text.replace(/(?<=\d)[.,]0+$/, '').replace('−', '-');
  const value = /^-?\d{1,9}$/.test(whole) ? Number(whole) : Number.NaN;
  return value >= from && value <= to ? read(value) : refuse('NUMBER_INVALID', { from, to });
}

/** An entrance or a floor, of which the house has so many where that is known. */
export function readWithinHouse(cell: Cell, from: number, limit: number | null): Reading<number> {
  const reading = readInteger(cell, from, 200);
  return reading.ok && limit !== null && reading.value > limit ? refuse('MORE_THAN_HOUSE_HAS', { limit }) : reading;
}

export function readYear(cell: Cell, today: string): Reading<number> {
  const reading = readInteger(cell, 1500, Number(today.slice(0, 4)));
  return reading.ok ? reading : refuse('YEAR_INVALID', { from: 1500, to: today.slice(0, 4) });
}

export function readCadastralNumber(cell: Cell): Reading<string> {
  const number = cell.kind === 'DATE' ? null : cadastralNumberOf(cell.text);
  return number === null ? refuse('CADASTRAL_INVALID') : read(number);
}

export function readFiasId(cell: Cell): Reading<string> {
  const text = cell.text.toLowerCase().replaceAll(/[{}\s]/g, '');
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text)
    ? read(text)
    : refuse('FIAS_INVALID');
}

/** «да», «+», «совместная» or «нет», «долевая»; anything else is not guessed. */
export function readJoint(cell: Cell): Reading<boolean> {
  const text = cell.text.toLowerCase();
  if (/совместн|^(да|\+|1|x|х|yes|true|joint)$/.test(text)) return read(true);
  if (/долев|индивид|^(нет|-|0|no|false|собственность|shared|sole)$/.test(text)) return read(false);
  return refuse('JOINT_UNREADABLE');
}
