import { mayEnter } from '../../kernel/access.ts';
import type { Context } from '../../kernel/context.ts';
import { encodeId } from '../../kernel/global-id.ts';
import { listPageOf } from '../../kernel/nested-page-query.ts';
import { provideNodes } from '../../kernel/node-registry.ts';
import { Parameters } from '../../kernel/page-query.ts';
import type { Page, PageArgs } from '../../kernel/page.type.ts';
import { isKeptBy, type AssemblyType } from '../assembly/index.ts';
import { namedPerson, type PersonType } from '../identity/index.ts';
import { scansVisibleTo } from './scan.policy.ts';
import type { ScanType } from './scan.type.ts';

export interface ScanRow extends Omit<ScanType, 'fileUrl'> {
  readonly sha256: string | null;
}

const select = `s.id, s.id as uuid, s.file_name as "fileName", s.size, s.received, s.state, s.fault,
  s.page_count as "pageCount", s.begun_at as "begunAt", s.finished_at as "finishedAt", s.sha256, c.person_id as "uploaderUuid",
  p.read as "pagesRead", p.queued as "pagesQueued", p.repeated as "pagesRepeated", p.aside as "pagesSetAside"`;
const from = `scan s join account c on c.id = s.uploaded_by
  join assembly a on a.id = s.assembly_id join house h on h.id = a.house_id
  cross join lateral (select count(*) filter (where state = 'READ')::int as read,
      count(*) filter (where state = 'QUEUED')::int as queued, count(*) filter (where state = 'REPEATED')::int as repeated,
      count(*) filter (where state = 'SET_ASIDE')::int as aside
    from scan_page where scan_id = s.id) as p`;

function typeOf({ sha256, ...row }: ScanRow): ScanType {
  const id = encodeId('Scan', row.uuid);
  return { ...row, id, fileUrl: sha256 === null ? null : `/scans/${id}/file` };
}

export async function readScans(context: Context, ids: readonly string[]): Promise<ScanRow[]> {
  const parameters = new Parameters();
  const wanted = parameters.add(ids);
  return context.database.read<ScanRow>(
    `select ${select} from ${from} where s.id = any(${wanted}::uuid[]) and ${scansVisibleTo(context.viewer, parameters)}`,
    parameters.values,
  );
}

export const scanAccess = { who: 'SIGNED_IN', scope: 'ballots:read' } as const;

provideNodes('Scan', {
  access: scanAccess,
  load: async (context, uuids) => new Map((await readScans(context, uuids)).map((row) => [row.uuid, typeOf(row)])),
});

export async function findScan(context: Context, scanId: string): Promise<ScanType | null> {
  const [row] = await readScans(context, [scanId]);
  return row ? typeOf(row) : null;
}

/** Whether the viewer runs or audits this assembly; a token needs the scope that scans need elsewhere. */
export function keeps(context: Context, { row }: AssemblyType): boolean {
  const refusal = mayEnter(context.viewer, scanAccess);
  if (refusal) throw refusal;
  const place = { assemblyId: row.id, houseId: row.house_id, organisationId: row.organisation_id };
  return isKeptBy(context.viewer, place);
}

/** The files of an assembly, newest first; null for whoever neither runs nor audits it. */
export async function scansOf(
  context: Context,
  assembly: AssemblyType,
  args: PageArgs,
): Promise<Page<ScanType> | null> {
  if (!keeps(context, assembly)) return null;
  return listPageOf<ScanRow, ScanType>(context, assembly.row.id, {
    database: context.database,
    select,
    from,
    parent: 's.assembly_id',
    where: ['true'],
    parameters: new Parameters(),
    sort: [
      { by: 's.begun_at', type: 'timestamptz', descending: true },
      { by: 's.id', type: 'uuid', descending: true },
    ],
    args,
    nodeOf: typeOf,
  });
}

export async function uploaderOf(context: Context, { uploaderUuid }: ScanType): Promise<PersonType | null> {
  return namedPerson(context, uploaderUuid);
}
