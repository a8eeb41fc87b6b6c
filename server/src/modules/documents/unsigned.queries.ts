import type { Context } from '../../kernel/context.ts';
import { decodeId } from '../../kernel/global-id.ts';
import { listPage, Parameters, type SortKey } from '../../kernel/page-query.ts';
import type { Page, PageArgs } from '../../kernel/page.type.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { assembliesCalled } from '../assembly/index.ts';
import { documentType, type DocumentRow } from './document.queries.ts';
import type { AssemblyDocumentType } from './document.type.ts';
import { assembliesSignedBy, seesPeople } from './documents.policy.ts';
import type { UnsignedSort } from './unsigned-sorts.ts';

export interface UnsignedFilter {
  readonly houseId?: string | null;
  /** Words of the title or the address. */
  readonly text?: string | null;
}

const endedAt = 'coalesce(a.closes_at, d.made_at)';
const sorts: Readonly<Record<UnsignedSort, SortKey>> = {
  ENDED_LAST: { by: endedAt, type: 'timestamptz', descending: true },
  ENDED_FIRST: { by: endedAt, type: 'timestamptz' },
  ADDRESS: { by: 'h.address_key', type: 'text' },
  ADDRESS_DESCENDING: { by: 'h.address_key', type: 'text', descending: true },
};

function conditions({ houseId, text }: UnsignedFilter, parameters: Parameters): string[] {
  const named = assembliesCalled(text ?? '', parameters);
  if (houseId == null) return named;
  return [`a.house_id = ${parameters.add(decodeId('House', houseId, ['filter', 'houseId']))}::uuid`, ...named];
}

/** The minutes of ended assemblies that the viewer answers for and nobody has signed. */
export async function listUnsignedMinutes(
  context: Context,
  args: PageArgs,
  filter: UnsignedFilter,
  sort: UnsignedSort,
): Promise<Page<AssemblyDocumentType>> {
  if (!seesPeople(context.viewer)) throw new Refusal('SCOPE_MISSING', { scope: 'people:read' });
  const parameters = new Parameters();
  return listPage<DocumentRow, AssemblyDocumentType>({
    database: context.database,
    select: `d.id, d.assembly_id as "assemblyId", a.house_id as "houseId", h.organisation_id as "organisationId", d.kind, d.format,
      d.sha256, d.size, d.made_at as "madeAt"`,
    from: 'assembly_document d join assembly a on a.id = d.assembly_id join house h on h.id = a.house_id',
    where: [
      assembliesSignedBy(context.viewer, parameters),
      `d.kind = 'MINUTES' and d.format = 'PDF'`,
      'not exists (select from document_signature s where s.document_id = d.id)',
      ...conditions(filter, parameters),
    ],
    parameters,
    sort: [sorts[sort], { by: 'd.id', type: 'uuid', descending: true }],
    args,
    nodeOf: (row) => documentType(context, row),
  });
}
