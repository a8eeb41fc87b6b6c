import { Readable } from 'node:stream';
import type { Context } from '../../../kernel/context.ts';
import { encodeId } from '../../../kernel/global-id.ts';
import type { HttpRoute } from '../../../kernel/http-route.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { mayEnter } from '../../../kernel/access.ts';
import { importAccess, requireImport, showsCells, type ImportRecord } from './import.queries.ts';
import { openImport } from './open-import.ts';
import { wordRowError } from './row-error-words.ts';
import { csvLine } from './rules/formula-guard.ts';
import type { ErrorFacts, RowErrorCode } from './rules/row-error.ts';

interface RefusedRow {
  readonly row_number: number;
  readonly errors: readonly { readonly code: RowErrorCode; readonly facts: ErrorFacts }[];
}

async function* refusedRows(context: Context, importId: string): AsyncGenerator<RefusedRow> {
  for (let last = 0; ;) {
    const rows = await context.database.read<RefusedRow>(
      `select row_number, errors from import_row where import_id = $1 and verdict = 'REFUSED' and row_number > $2
        order by row_number limit 1000`,
      [importId, last],
    );
    yield* rows;
    if (rows.length < 1000) return;
    last = rows.at(-1)?.row_number ?? last;
  }
}

/** The refused rows as they came, read from the file again, each with its reasons; corrected, the table can be imported as it is. */
async function* failedRowsTable(context: Context, record: ImportRecord): AsyncGenerator<string> {
  const { width } = record;
  const [reason, number] =
    context.locale === 'ru'
      ? ['Причина отказа', 'Строка исходного файла']
      : ['Reason of refusal', 'Row of the original file'];
  const headings = Array.from({ length: width }, (_, at) => record.headings?.[at] ?? '');
  yield '\ufeff';
  if (record.hasHeader) yield csvLine([...headings, number, reason]);
  const refused = refusedRows(context, record.id);
  let next = await refused.next();
  const table = await openImport(context, record);
  try {
    for await (const rows of table.rows()) {
      for (const row of rows) {
        if (next.done === true) return;
        const { row_number: wanted, errors } = next.value;
        if (row.number !== wanted) continue;
        const texts = Array.from({ length: width }, (_, at) => row.cells[at]?.text ?? '');
        const reasons = [...new Set(errors.map(({ code, facts }) => wordRowError(code, facts, context.locale)))].join(
          ' ',
        );
        yield csvLine([...texts, String(wanted), reasons]);
        next = await refused.next();
      }
    }
  } finally {
    table.close();
  }
}

/** `GET /imports/ID/failed-rows`: CSV in UTF-8 with a byte order mark, which Excel needs, and semicolons. */
const failedRows: HttpRoute = {
  method: 'GET',
  path: '/imports/:id/failed-rows',
  handle: async (context, { parameters }) => {
    const refusal = mayEnter(context.viewer, importAccess);
    if (refusal) throw refusal;
    const record = await requireImport(context, parameters['id'] ?? '', true);
    if (!showsCells(context, record)) throw new Refusal('NOT_ALLOWED');
    if ((record.refusedRows ?? 0) === 0) throw new Refusal('NOT_FOUND', { kind: 'ImportRowError' });
    return {
      status: 200,
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="failed-rows-${encodeId('ImportJob', record.id)}.csv"`,
        'content-security-policy': "sandbox; default-src 'none'",
        'cache-control': 'private, no-store',
      },
      body: Readable.from(failedRowsTable(context, record)),
    };
  },
};

export const importRoutes: readonly HttpRoute[] = [failedRows];
