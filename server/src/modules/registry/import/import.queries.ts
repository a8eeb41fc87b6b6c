import type { Context } from '../../../kernel/context.ts';
import { decodeId, decodeOptionalId, encodeId } from '../../../kernel/global-id.ts';
import { provideNodes } from '../../../kernel/node-registry.ts';
import { listPage, Parameters } from '../../../kernel/page-query.ts';
import type { Page, PageArgs } from '../../../kernel/page.type.ts';
import { Refusal, type Facts, type RefusalCode } from '../../../kernel/refusal.ts';
import { byTime, type TimeOrder } from '../../../kernel/time-order.ts';
import { wordRefusal } from '../../../kernel/refusal-words.ts';
import { provideFileReader } from '../../files/index.ts';
import type { ImportOptions } from './import-job.entity.ts';
import { delimiterSigns, type DelimiterName, type EncodingWish } from './import.enums.ts';
import { importsVisibleTo, mayReadCells, missingScope } from './import.policy.ts';
import type { ImportJobType, ImportReason, ImportRowError } from './import.type.ts';
import type { HousePlace } from '../registry.policy.ts';
import { firstRows, openImport } from './open-import.ts';
import { wordReason, wordRowError } from './row-error-words.ts';
import type { ImportField, ImportKind, MappedColumn } from './rules/import-field.ts';
import type { ImportState } from './rules/import-lifecycle.ts';
import type { RowErrorCode, ErrorFacts } from './rules/row-error.ts';
import { openValues } from './staged-row.ts';

export interface ImportRecord {
  readonly id: string;
  readonly kind: ImportKind;
  readonly state: ImportState;
  readonly houseId: string | null;
  readonly organisationId: string | null;
  readonly fileId: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly sheets: readonly string[];
  readonly sheet: string | null;
  readonly hasHeader: boolean;
  readonly encoding: EncodingWish | null;
  readonly delimiter: string | null;
  readonly width: number;
  readonly headings: readonly (string | null)[] | null;
  readonly proposal: readonly (ImportField | null)[];
  readonly columns: readonly MappedColumn[] | null;
  readonly options: ImportOptions;
  readonly rowsDone: number;
  readonly rowsTotal: number | null;
  readonly newRows: number | null;
  readonly sameRows: number | null;
  readonly changedRows: number | null;
  readonly refusedRows: number | null;
  readonly failure: { readonly code: RefusalCode; readonly facts: Facts } | null;
  readonly createdAt: Date;
  readonly rehearsedAt: Date | null;
  readonly committedAt: Date | null;
  readonly undoneAt: Date | null;
  readonly discardedAt: Date | null;
}

const select = `i.id, i.kind, i.state, i.house_id as "houseId", h.organisation_id as "organisationId", i.file_id as "fileId",
  f.file_name as "fileName", f.sha256, i.sheets, i.sheet, i.has_header as "hasHeader", i.encoding, i.delimiter, i.width, i.headings,
  i.proposal, i.columns, i.options, i.rows_done as "rowsDone", i.rows_total as "rowsTotal", i.new_rows as "newRows",
  i.same_rows as "sameRows", i.changed_rows as "changedRows", i.refused_rows as "refusedRows", i.failure,
  i.created_at as "createdAt", i.rehearsed_at as "rehearsedAt", i.committed_at as "committedAt", i.undone_at as "undoneAt",
  i.discarded_at as "discardedAt"`;
const from = 'import_job i join stored_file f on f.id = i.file_id left join house h on h.id = i.house_id';

function signName(delimiter: string | null): DelimiterName | null {
  const names = Object.keys(delimiterSigns) as DelimiterName[];
  return names.find((name) => delimiterSigns[name] === delimiter) ?? null;
}

function placeOf({ houseId, organisationId }: Pick<ImportRecord, 'houseId' | 'organisationId'>): HousePlace | null {
  return houseId === null ? null : { houseId, organisationId };
}

function typeOf(context: Context, row: ImportRecord): ImportJobType {
  const { newRows, sameRows, changedRows, refusedRows, rowsTotal } = row;
  const isCounted =
    newRows !== null && sameRows !== null && changedRows !== null && refusedRows !== null && rowsTotal !== null;
  const { id, houseId, fileId, width, headings, proposal, columns, options, failure, delimiter, ...rest } = row;
  return {
    ...rest,
    id: encodeId('ImportJob', id),
    houseId: houseId && encodeId('House', houseId),
    fileId: encodeId('StoredFile', fileId),
    delimiter: signName(delimiter),
    columns: Array.from({ length: width }, (_, at) => ({
      column: at + 1,
      heading: headings?.[at] ?? null,
      proposedField: proposal[at] ?? null,
      field: columns?.find(({ column }) => column === at + 1)?.field ?? null,
    })),
    ...options,
    counts: isCounted
      ? { rows: rowsTotal, new: newRows, same: sameRows, changed: changedRows, refused: refusedRows }
      : null,
    failure: failure && { code: failure.code, message: wordRefusal(failure, context.locale) },
    failedRowsPath:
      (refusedRows ?? 0) > 0 && mayReadCells(context.viewer, placeOf(row))
        ? `/imports/${encodeId('ImportJob', id)}/failed-rows`
        : null,
  };
}

async function readImports(context: Context, ids: readonly string[]): Promise<ImportRecord[]> {
  const parameters = new Parameters();
  const wanted = parameters.add(ids);
  const visible = importsVisibleTo(context.viewer, parameters);
  return context.database.read<ImportRecord>(
    `select ${select} from ${from} where i.id = any(${wanted}::uuid[]) and ${visible}`,
    parameters.values,
  );
}

export const importAccess = {
  who: ['PLATFORM_ADMINISTRATOR', 'ASSEMBLY_ADMINISTRATOR', 'AUDITOR'],
  scope: 'houses:read',
} as const;

provideNodes('ImportJob', {
  access: importAccess,
  load: async (context, uuids) =>
    new Map((await readImports(context, uuids)).map((row) => [row.id, typeOf(context, row)])),
});

// Who may see the cells of an import may see the table.
provideFileReader(async (context, fileId) => {
  const parameters = new Parameters();
  const id = parameters.add(fileId);
  const places = await context.database.read<Pick<ImportRecord, 'houseId' | 'organisationId'>>(
    `select i.house_id as "houseId", h.organisation_id as "organisationId" from ${from}
      where i.file_id = ${id}::uuid and ${importsVisibleTo(context.viewer, parameters)}`,
    parameters.values,
  );
  const { viewer } = context;
  return (
    places.some((one) => mayReadCells(viewer, placeOf(one))) &&
    missingScope(viewer, { houseId: '', organisationId: null }, 'people:read') === null
  );
});

/** An import that the viewer sees; refused as unknown otherwise. With `people`, only where the token may see people. */
export async function requireImport(context: Context, id: string, people: boolean): Promise<ImportRecord> {
  const [row] = await readImports(context, [decodeId('ImportJob', id)]);
  if (!row) throw new Refusal('NOT_FOUND', { kind: 'ImportJob' });
  const scope = people ? missingScope(context.viewer, placeOf(row), 'people:read') : null;
  if (scope !== null) throw new Refusal('SCOPE_MISSING', { scope });
  return row;
}

export async function findImport(context: Context, id: string): Promise<ImportJobType | null> {
  const [row] = await readImports(context, [id]);
  return row ? typeOf(context, row) : null;
}

export async function listImports(
  context: Context,
  args: PageArgs,
  filter: { readonly houseId: string | null; readonly states: readonly ImportState[]; readonly text: string },
  order: TimeOrder,
): Promise<Page<ImportJobType>> {
  const parameters = new Parameters();
  const where = [importsVisibleTo(context.viewer, parameters)];
  const house = decodeOptionalId('House', filter.houseId);
  if (house !== null) where.push(`i.house_id = ${parameters.add(house)}::uuid`);
  for (const word of filter.text.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 8)) {
    const part = parameters.add(word);
    where.push(`(strpos(lower(f.file_name), ${part}) > 0 or strpos(coalesce(h.address_key, ''), ${part}) > 0)`);
  }
  if (filter.states.length > 0) where.push(`i.state = any(${parameters.add(filter.states)})`);
  return listPage<ImportRecord, ImportJobType>({
    database: context.database,
    select,
    from,
    where,
    parameters,
    sort: byTime(order, { by: 'i.created_at', type: 'timestamptz' }, { by: 'i.id', type: 'uuid' }),
    args,
    nodeOf: (row) => typeOf(context, row),
  });
}

/** Whether the viewer may read what stands in the cells of this import. */
export function showsCells(context: Context, record: ImportRecord): boolean {
  return mayReadCells(context.viewer, placeOf(record));
}

/** The first rows of the table as it is opened, the headings included; null for whoever may not read its cells. */
export async function previewRows(context: Context, id: string, count: number): Promise<(string | null)[][] | null> {
  const record = await requireImport(context, id, true);
  if (!showsCells(context, record)) return null;
  const table = await openImport(context, record);
  try {
    const rows = await firstRows(table, Math.min(Math.max(count, 1), 50));
    return rows.map(({ cells }) =>
      Array.from({ length: record.width }, (_, at) => cells[at]?.text.slice(0, 300) ?? null),
    );
  } finally {
    table.close();
  }
}

/** Why rows are refused, the most frequent reason first. */
export async function reasonsOf(context: Context, id: string): Promise<ImportReason[]> {
  const record = await requireImport(context, id, false);
  const rows = await context.database.read<{ code: RowErrorCode; rows: number }>(
    `select e.error->>'code' as code, count(distinct r.row_number)::int as rows
       from import_row r cross join lateral jsonb_array_elements(r.errors) as e (error)
      where r.import_id = $1 and r.verdict = 'REFUSED' group by 1 order by 2 desc, 1`,
    [record.id],
  );
  return rows.map(({ code, rows: count }) => ({ code, message: wordReason(code, context.locale), rows: count }));
}

interface ErrorRow {
  readonly rowNumber: number;
  readonly at: number;
  readonly error: {
    readonly field: ImportField | null;
    readonly column: number | null;
    readonly code: RowErrorCode;
    readonly facts: ErrorFacts;
  };
  readonly values: Buffer | null;
}

export async function listRowErrors(
  context: Context,
  id: string,
  args: PageArgs,
  code: RowErrorCode | null,
): Promise<Page<ImportRowError>> {
  const record = await requireImport(context, id, true);
  const withValues = showsCells(context, record);
  const parameters = new Parameters();
  const where = [`r.import_id = ${parameters.add(record.id)}::uuid`, `r.verdict = 'REFUSED'`];
  if (code !== null) where.push(`e.error->>'code' = ${parameters.add(code)}`);
  return listPage<ErrorRow, ImportRowError>({
    database: context.database,
    select: 'r.row_number as "rowNumber", e.at::int as at, e.error, r.values_sealed as values',
    from: 'import_row r cross join lateral jsonb_array_elements(r.errors) with ordinality as e (error, at)',
    where,
    parameters,
    sort: [
      { by: 'r.row_number', type: 'int' },
      { by: 'e.at', type: 'bigint' },
    ],
    args,
    nodeOf: ({ rowNumber, at, error, values }) => ({
      rowNumber,
      field: error.field,
      column: error.column,
      code: error.code,
      message: wordRowError(error.code, error.facts, context.locale),
      otherRow: typeof error.facts['row'] === 'number' ? error.facts['row'] : null,
      value: withValues ? (openValues(context.secrets, record.id, rowNumber, values)[at - 1] ?? null) : null,
    }),
  });
}
