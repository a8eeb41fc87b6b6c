import type { Context } from '../../kernel/context.ts';
import { listPage, Parameters } from '../../kernel/page-query.ts';
import type { Page, PageArgs } from '../../kernel/page.type.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { documentType, type DocumentRow } from './document.queries.ts';
import type { AssemblyDocumentType } from './document.type.ts';
import { assembliesSignedBy, seesPeople } from './documents.policy.ts';

/** The minutes of ended assemblies that the viewer answers for and nobody has signed, those that ended last first. */
export async function listUnsignedMinutes(context: Context, args: PageArgs): Promise<Page<AssemblyDocumentType>> {
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
    ],
    parameters,
    sort: [
      { by: 'coalesce(a.closes_at, d.made_at)', type: 'timestamptz', descending: true },
      { by: 'd.id', type: 'uuid', descending: true },
    ],
    args,
    nodeOf: (row) => documentType(context, row),
  });
}
