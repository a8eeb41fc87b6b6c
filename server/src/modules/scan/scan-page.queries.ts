import type { Context } from '../../kernel/context.ts';
import { encodeId } from '../../kernel/global-id.ts';
import { listPageOf, type NestedListQuery } from '../../kernel/nested-page-query.ts';
import { provideNodes } from '../../kernel/node-registry.ts';
import { Parameters } from '../../kernel/page-query.ts';
import type { Page, PageArgs } from '../../kernel/page.type.ts';
import type { AssemblyType } from '../assembly/index.ts';
import type { ScanPageType } from './scan-page.type.ts';
import { scannedBallotsVisibleTo } from './scan.policy.ts';
import { keeps, scanAccess } from './scan.queries.ts';
import type { ScanType } from './scan.type.ts';

export interface ScanPageRow extends Omit<ScanPageType, 'pictureUrl'> {
  readonly sha256: string;
}

const pageColumns = `g.id, g.number, s.file_name as "fileName", g.state, g.fault, g.sheet_page as "sheetPage",
  b.printed_number as "printedNumber", g.read_at as "readAt", g.settled_at as "settledAt", g.note, s.sha256`;
const from = `scan_page g join scan s on s.id = g.scan_id join assembly a on a.id = s.assembly_id
  join house h on h.id = a.house_id left join scanned_ballot b on b.id = g.ballot_id`;

export function scanPageType({ sha256: _sha256, ...row }: ScanPageRow): ScanPageType {
  const id = encodeId('ScanPage', row.id);
  return { ...row, id, pictureUrl: `/scan-pages/${id}/picture` };
}

/** An owner sees the pages of their ballot, and no other page of the file it lies in. */
export async function readScanPages(context: Context, ids: readonly string[]): Promise<ScanPageRow[]> {
  const parameters = new Parameters();
  const wanted = parameters.add(ids);
  const visible = scannedBallotsVisibleTo(context.viewer, parameters);
  return context.database.read<ScanPageRow>(
    `select ${pageColumns} from ${from} where g.id = any(${wanted}::uuid[]) and ${visible}`,
    parameters.values,
  );
}

provideNodes('ScanPage', {
  access: scanAccess,
  load: async (context, uuids) =>
    new Map((await readScanPages(context, uuids)).map((row) => [row.id, scanPageType(row)])),
});

export async function findScanPage(context: Context, scanPageId: string): Promise<ScanPageType | null> {
  const [row] = await readScanPages(context, [scanPageId]);
  return row ? scanPageType(row) : null;
}

function listed(
  context: Context,
  args: PageArgs,
  parent: string,
  where: readonly string[],
): NestedListQuery<ScanPageRow, ScanPageType> {
  return {
    database: context.database,
    select: pageColumns,
    from,
    parent,
    where,
    parameters: new Parameters(),
    sort: [
      { by: 's.begun_at', type: 'timestamptz', descending: false },
      { by: 's.id', type: 'uuid', descending: false },
      { by: 'g.number', type: 'int', descending: false },
    ],
    args,
    nodeOf: scanPageType,
  };
}

/** The pages of one file, in their order. */
export async function pagesOf(context: Context, { uuid }: ScanType, args: PageArgs): Promise<Page<ScanPageType>> {
  return listPageOf(context, uuid, listed(context, args, 's.id', ['true']));
}

/** What waits for a person, oldest file first; pages of a refused file do not, its fault says it all. */
export async function queueOf(
  context: Context,
  assembly: AssemblyType,
  args: PageArgs,
): Promise<Page<ScanPageType> | null> {
  if (!keeps(context, assembly)) return null;
  return listPageOf(
    context,
    assembly.row.id,
    listed(context, args, 's.assembly_id', [`g.state = 'QUEUED'`, `s.state <> 'REFUSED'`]),
  );
}
