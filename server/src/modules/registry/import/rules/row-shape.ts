import type { TableRow } from './cell.ts';
import type { ImportKind } from './import-field.ts';
import { isHeadingRow } from './propose-mapping.ts';
import type { RowReader } from './row-reader.ts';

/** A heading in the middle of a table, or its line of totals, is no house and no premises; it is named, not skipped. */
export function isNoEntry(kind: ImportKind, row: TableRow, reader: RowReader): boolean {
  if (isHeadingRow(kind, reader.mapped())) {
    reader.refuse(null, 'HEADING_REPEATED');
    return true;
  }
  const first = row.cells.find((cell) => cell !== null);
  if (first?.kind === 'TEXT' && /^(итого|всего|total)(?!\p{L})/iu.test(first.text)) {
    reader.refuse(null, 'TOTAL_ROW');
    return true;
  }
  return false;
}
