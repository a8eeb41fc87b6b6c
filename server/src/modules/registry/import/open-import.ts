import type { Context } from '../../../kernel/context.ts';
import type { Delimiter } from './rules/delimiter.ts';
import type { TableRow } from './rules/cell.ts';
import { openTable, type Table } from './reading/open-table.ts';
import type { Encoding } from './reading/detect-encoding.ts';

export interface TableOfImport {
  readonly sha256: string;
  readonly sheet: string | null;
  readonly encoding: string | null;
  readonly delimiter: string | null;
}

/** The uploaded file, opened as it was when the import was prepared. */
export async function openImport(context: Pick<Context, 'files'>, of: TableOfImport): Promise<Table> {
  return openTable(await context.files.localPath(of.sha256), {
    sheet: of.sheet,
    encoding: of.encoding as Encoding | null,
    delimiter: of.delimiter as Delimiter | null,
  });
}

/** The first rows that hold anything. */
export async function firstRows(table: Table, count: number): Promise<TableRow[]> {
  const rows: TableRow[] = [];
  for await (const batch of table.rows()) {
    rows.push(...batch.slice(0, count - rows.length));
    if (rows.length === count) break;
  }
  return rows;
}
