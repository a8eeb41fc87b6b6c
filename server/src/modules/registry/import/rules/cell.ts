/** A cell as a table holds it, before anybody asks what it means. */
export type CellKind = 'TEXT' | 'NUMBER' | 'DATE' | 'BOOLEAN' | 'FORMULA' | 'ERROR';

export interface Cell {
  /** Trimmed; a date as YYYY-MM-DD, a formula as its text: what it once came to is never taken. */
  readonly text: string;
  readonly kind: CellKind;
}

export interface TableRow {
  /** As the spreadsheet numbers it, from 1. */
  readonly number: number;
  readonly cells: readonly (Cell | null)[];
}
