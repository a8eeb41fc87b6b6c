import { mayEnter } from '../../kernel/access.ts';
import type { Context } from '../../kernel/context.ts';
import { encodeId } from '../../kernel/global-id.ts';
import { loadBy } from '../../kernel/load-by-id.ts';
import { listPageOf } from '../../kernel/nested-page-query.ts';
import { provideNodes } from '../../kernel/node-registry.ts';
import { Parameters } from '../../kernel/page-query.ts';
import type { Page, PageArgs } from '../../kernel/page.type.ts';
import type { BoxReading } from './rules/box-reading.ts';
import type { AssemblyType } from '../assembly/index.ts';
import { namedPerson, type PersonType } from '../identity/index.ts';
import { missingPages, proposalsOf, type MarkProposal } from './rules/mark-proposals.ts';
import { scanPageType, type ScanPageRow } from './scan-page.queries.ts';
import { scannedBallotsVisibleTo } from './scan.policy.ts';
import { keeps, scanAccess } from './scan.queries.ts';
import type { ScannedBallotType } from './scanned-ballot.type.ts';

/** Dates inside JSON come as text. */
type PageInJson = Omit<ScanPageRow, 'readAt' | 'settledAt'> & {
  readonly boxes: readonly BoxReading[];
  readonly readAt: string;
  readonly settledAt: string | null;
};
interface BallotRow {
  readonly id: string;
  readonly printedNumber: string;
  readonly pageCount: number;
  readonly firstReadAt: Date;
  readonly ownerUuid: string | null;
  readonly reference: string;
  readonly pages: readonly PageInJson[];
}

const select = `b.id, b.printed_number as "printedNumber", b.page_count as "pageCount", b.first_read_at as "firstReadAt",
  b.owner_id as "ownerUuid", b.reference, p.pages`;
const from = `scanned_ballot b join assembly a on a.id = b.assembly_id join house h on h.id = a.house_id
  cross join lateral (select coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'number', g.number, 'fileName', s.file_name,
      'state', g.state, 'fault', g.fault, 'sheetPage', g.sheet_page, 'printedNumber', b.printed_number, 'readAt', g.read_at,
      'settledAt', g.settled_at, 'note', g.note, 'sha256', s.sha256, 'boxes', g.boxes) order by g.sheet_page), '[]') as pages
    from scan_page g join scan s on s.id = g.scan_id where g.ballot_id = b.id and g.state = 'READ') as p`;

function readOf({ pageCount, pages }: BallotRow): { missingPages: number[]; proposals: MarkProposal[] } {
  const read = pages.flatMap(({ sheetPage }) => (sheetPage === null ? [] : [sheetPage]));
  // What a person says a page is, the machine did not see: nothing is proposed from it.
  const seen = pages.flatMap(({ boxes, settledAt }) => (settledAt === null ? boxes : []));
  return { missingPages: missingPages(pageCount, read), proposals: proposalsOf(seen) };
}

function typeOf(row: BallotRow): ScannedBallotType {
  const { id, reference: _reference, pages, ...rest } = row;
  const shown = pages.map(({ boxes: _boxes, readAt, settledAt, ...page }) =>
    scanPageType({ ...page, readAt: new Date(readAt), settledAt: settledAt === null ? null : new Date(settledAt) }),
  );
  return { ...rest, id: encodeId('ScannedBallot', id), ...readOf(row), pages: shown };
}

provideNodes('ScannedBallot', {
  access: scanAccess,
  load: async (context, uuids) => {
    const parameters = new Parameters();
    const wanted = parameters.add(uuids);
    const rows = await context.database.read<BallotRow>(
      `select ${select} from ${from} where b.id = any(${wanted}::uuid[]) and ${scannedBallotsVisibleTo(context.viewer, parameters)}`,
      parameters.values,
    );
    return new Map(rows.map((row) => [row.id, typeOf(row)]));
  },
});

/** What was read, as one ballot each, in the order of their numbers; null for whoever neither runs nor audits the assembly. */
export async function scannedBallotsOf(
  context: Context,
  assembly: AssemblyType,
  incomplete: boolean,
  args: PageArgs,
): Promise<Page<ScannedBallotType> | null> {
  if (!keeps(context, assembly)) return null;
  return listPageOf<BallotRow, ScannedBallotType>(context, assembly.row.id, {
    database: context.database,
    select,
    from,
    parent: 'b.assembly_id',
    where: [incomplete ? 'b.page_count > jsonb_array_length(p.pages)' : 'true'],
    parameters: new Parameters(),
    sort: [
      { by: 'b.printed_number', type: 'text', descending: false },
      { by: 'b.id', type: 'uuid', descending: false },
    ],
    args,
    nodeOf: typeOf,
  });
}

export async function ownerOf(context: Context, { ownerUuid }: ScannedBallotType): Promise<PersonType | null> {
  return ownerUuid === null ? null : namedPerson(context, ownerUuid);
}

/** The scan of the paper with this number, the latest form of it; null where there is none that the viewer sees. */
export async function scannedBallotOf(
  context: Context,
  assemblyUuid: string,
  printedNumber: string,
): Promise<ScannedBallotType | null> {
  if (mayEnter(context.viewer, scanAccess)) return null;
  return loadBy<ScannedBallotType | null>(context, `scans-of-${assemblyUuid}`, printedNumber, async (numbers) => {
    const parameters = new Parameters();
    const [assembly, wanted] = [parameters.add(assemblyUuid), parameters.add(numbers)];
    const rows = await context.database.read<BallotRow>(
      `select ${select} from ${from} where b.assembly_id = ${assembly} and b.printed_number = any(${wanted}::text[])
        and ${scannedBallotsVisibleTo(context.viewer, parameters)} order by b.first_read_at, b.id`,
      parameters.values,
    );
    const known = new Map(rows.map((row) => [row.printedNumber, typeOf(row)]));
    return numbers.map((number) => known.get(number) ?? null);
  });
}
