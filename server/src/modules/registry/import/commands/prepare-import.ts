import type { Context } from '../../../../kernel/context.ts';
import { decodeId, decodeOptionalId } from '../../../../kernel/global-id.ts';
import { newId } from '../../../../kernel/new-id.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { inTransaction } from '../../../../kernel/transaction.ts';
import { StoredFile } from '../../../files/index.ts';
import { placeOf, requireRight } from '../find-import.ts';
import { ImportJob } from '../import-job.entity.ts';
import { delimiterSigns } from '../import.enums.ts';
import type { PrepareImportInput } from '../import.input.ts';
import { mayImport, mayTakeFile } from '../import.policy.ts';
import { firstRows, openImport } from '../open-import.ts';
import type { TableRow } from '../rules/cell.ts';
import type { ImportKind } from '../rules/import-field.ts';
import { importLifecycle } from '../rules/import-lifecycle.ts';
import { isHeadingRow, proposeByHeadings, proposeByPlace } from '../rules/propose-mapping.ts';

const looked = 20;

function proposal(kind: ImportKind, rows: readonly TableRow[], wished: boolean | null) {
  const [first] = rows;
  if (!first) throw new Refusal('FILE_UNREADABLE', { reason: 'NO_ROWS' });
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  const hasHeader = wished ?? isHeadingRow(kind, first.cells);
  if (!hasHeader) return { hasHeader, width, headings: null, proposal: proposeByPlace(kind, width) };
  const headings = Array.from({ length: width }, (_, at) => first.cells[at]?.text.slice(0, 200) ?? null);
  return { hasHeader, width, headings, proposal: proposeByHeadings(kind, headings) };
}

/** May: whoever may import this. Changes: an import begins, with a proposal of what its columns mean. Announces nothing. */
export async function prepareImport(context: Context, input: PrepareImportInput): Promise<{ importId: string }> {
  const { viewer } = context;
  if (viewer.kind !== 'SIGNED_IN') throw new Refusal('NOT_SIGNED_IN');
  if ((input.kind === 'REGISTER') !== (input.houseId != null))
    throw new Refusal('INVALID_INPUT', { what: 'houseId' }, ['input', 'houseId']);
  const houseId = decodeOptionalId('House', input.houseId);
  const fileId = decodeId('StoredFile', input.fileId, ['input', 'fileId']);
  const wish = {
    sheet: input.sheet ?? null,
    encoding: input.encoding === 'AUTO' ? null : (input.encoding ?? null),
    delimiter: input.delimiter ? delimiterSigns[input.delimiter] : null,
  };
  const em = context.database.em();
  const { place } = await placeOf(em, houseId);
  requireRight(context, mayImport, place, new Refusal('NOT_ALLOWED'));
  const file = await em.findOne(StoredFile, { id: fileId });
  if (!file || !mayTakeFile(viewer, file.uploadedBy)) throw new Refusal('FILE_MISSING', {}, ['input', 'fileId']);
  // Files are read outside of the transaction; this one never changes.
  const table = await openImport(context, { sha256: file.sha256, ...wish });
  const rows = await firstRows(table, looked).finally(() => {
    table.close();
  });
  const found = proposal(input.kind, rows, input.hasHeader ?? null);
  return inTransaction(context, { command: 'prepareImport' }, async (unit) => {
    const { shape } = table;
    const job = unit.em.create(ImportJob, {
      id: newId(),
      kind: input.kind,
      houseId,
      fileId,
      state: importLifecycle.initial,
      sheets: [...shape.sheets],
      sheet: shape.sheet,
      encoding: shape.encoding,
      delimiter: shape.delimiter,
      ...found,
      columns: null,
      options: { premisesKind: 'FLAT', ownedSince: null },
      rowsDone: 0,
      createdBy: viewer.accountId,
      createdAt: unit.now,
    });
    unit.record({ import: job.id, file: fileId, house: houseId }, { kind: input.kind });
    return { importId: job.id };
  });
}
