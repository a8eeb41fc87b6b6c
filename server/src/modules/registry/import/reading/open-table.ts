import { Refusal } from '../../../../kernel/refusal.ts';
import type { TableRow } from '../rules/cell.ts';
import type { Delimiter } from '../rules/delimiter.ts';
import type { Encoding } from './detect-encoding.ts';
import { limits } from './limits.ts';
import { csvShape, readCsv } from './read-csv.ts';
import { readSheet } from './read-sheet.ts';
import { sniffFormat, type TableFormat } from './sniff-format.ts';
import { openWorkbook } from './workbook.ts';

/** What was said about a file, or found out: how to open it in the same way again. */
export interface TableShape {
  readonly format: TableFormat;
  readonly sheets: readonly string[];
  readonly sheet: string | null;
  readonly encoding: Encoding | null;
  readonly delimiter: Delimiter | null;
}

export interface Table {
  readonly shape: TableShape;
  /** Once per table. */
  rows(): AsyncGenerator<TableRow[]>;
  close(): void;
}

export interface TableWish {
  readonly sheet: string | null;
  readonly encoding: Encoding | null;
  readonly delimiter: Delimiter | null;
}

async function* limited(batches: AsyncGenerator<TableRow[]>): AsyncGenerator<TableRow[]> {
  let [rows, last] = [0, 0];
  for await (const batch of batches) {
    rows += batch.length;
    if (rows > limits.rows) throw new Refusal('FILE_UNREADABLE', { reason: 'TOO_MANY_ROWS', limit: limits.rows });
    for (const row of batch) {
      // Row numbers name rows to people, so two rows with one number would mislead.
      if (!(Number.isSafeInteger(row.number) && row.number > last))
        throw new Refusal('FILE_UNREADABLE', { reason: 'BROKEN' });
      last = row.number;
    }
    yield batch;
  }
}

export async function openTable(path: string, wish: TableWish): Promise<Table> {
  const format = await sniffFormat(path);
  if (format === 'CSV') {
    const shape = await csvShape(path, wish.encoding, wish.delimiter);
    return {
      shape: { format, sheets: [], sheet: null, ...shape },
      rows: () => limited(readCsv(path, shape)),
      close: () => undefined,
    };
  }
  const workbook = await openWorkbook(path);
  const sheets = workbook.sheets.map(({ name }) => name);
  const sheet = workbook.sheets.find(({ name }) => wish.sheet === null || name === wish.sheet);
  if (!sheet) {
    workbook.zip.close();
    throw new Refusal('INVALID_INPUT', { what: 'sheet' }, ['input', 'sheet']);
  }
  return {
    shape: { format, sheets, sheet: sheet.name, encoding: null, delimiter: null },
    rows: () => limited(readSheet(workbook, sheet)),
    close: () => {
      workbook.zip.close();
    },
  };
}
