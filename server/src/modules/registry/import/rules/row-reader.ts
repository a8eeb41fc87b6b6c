import type { Cell, TableRow } from './cell.ts';
import type { ImportField, MappedColumn } from './import-field.ts';
import type { ErrorFacts, Reading, RowErrorCode } from './row-error.ts';

/** One reason why a row is refused, with the cell that is to blame where there is one. */
export interface RowError {
  readonly field: ImportField | null;
  /** Counted from 1. */
  readonly column: number | null;
  readonly code: RowErrorCode;
  readonly facts: ErrorFacts;
  readonly value: string | null;
}

export type ColumnsByField = ReadonlyMap<ImportField, number>;

export function columnsByField(columns: readonly MappedColumn[]): ColumnsByField {
  return new Map(columns.map(({ column, field }) => [field, column]));
}

const longestCell = 1000;

/** Soft hyphens, joiners and marks that come along when somebody copies from a page. */
const unseen = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;

/** Reads the cells of one row by the field they are mapped to, and collects everything that is wrong with them. */
export class RowReader {
  readonly errors: RowError[] = [];
  readonly #row: TableRow;
  readonly #columns: ColumnsByField;

  constructor(row: TableRow, columns: ColumnsByField) {
    this.#row = row;
    this.#columns = columns;
  }

  /** What the cell says; null when it is empty or cannot be taken (then the reason is among the errors). */
  take<Value>(field: ImportField, reader: (cell: Cell) => Reading<Value>): Value | null {
    const cell = this.cell(field);
    if (cell === null) return null;
    if (cell.kind === 'FORMULA') return this.refuse(field, 'FORMULA');
    if (cell.kind === 'ERROR') return this.refuse(field, 'CELL_ERROR');
    if (cell.text.length > longestCell) return this.refuse(field, 'CELL_TOO_LONG', { limit: longestCell });
    const reading = reader({ ...cell, text: cell.text.replaceAll(unseen, '') });
    return reading.ok ? reading.value : this.refuse(field, reading.code, reading.facts);
  }

  cell(field: ImportField): Cell | null {
    const column = this.#columns.get(field);
    return column === undefined ? null : (this.#row.cells[column - 1] ?? null);
  }

  refuse(field: ImportField | null, code: RowErrorCode, facts: ErrorFacts = {}): null {
    const column = field === null ? null : (this.#columns.get(field) ?? null);
    const value = field === null ? null : (this.cell(field)?.text.slice(0, longestCell) ?? null);
    this.errors.push({ field, column, code, facts, value });
    return null;
  }

  /** Whether this field already has a reason of its own, so that «missing» is not said on top. */
  isRefused(field: ImportField): boolean {
    return this.errors.some((error) => error.field === field);
  }

  mapped(): readonly (Cell | null)[] {
    return [...this.#columns.keys()].map((field) => this.cell(field));
  }
}
