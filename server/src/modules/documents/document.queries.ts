import type { Context } from '../../kernel/context.ts';
import { decodeId, encodeId } from '../../kernel/global-id.ts';
import { loadBy } from '../../kernel/load-by-id.ts';
import { provideNodes } from '../../kernel/node-registry.ts';
import { Parameters } from '../../kernel/page-query.ts';
import { assembliesVisibleTo, isKeptBy, type AssemblyPlace, type AssemblyType } from '../assembly/index.ts';
import type { AssemblyDocumentType, DocumentSignatureType } from './document.type.ts';
import { mayReadDocument, maySignDocument, mayTakeEvidence, seesPeople } from './documents.policy.ts';
import { documentsOf, type DocumentFormat, type DocumentKind } from './rules/document-kinds.ts';

export interface DocumentRow {
  readonly id: string;
  readonly assemblyId: string;
  readonly houseId: string;
  readonly organisationId: string | null;
  readonly kind: DocumentKind;
  readonly format: DocumentFormat;
  readonly sha256: string;
  readonly size: number;
  readonly madeAt: Date;
}

/** Rows of documents that the viewer may read, where `by` is the document's or the assembly's id. */
export async function readDocuments(
  context: Context,
  by: 'd.id' | 'd.assembly_id',
  ids: readonly string[],
): Promise<DocumentRow[]> {
  const parameters = new Parameters();
  const wanted = parameters.add(ids);
  const rows = await context.database.read<DocumentRow>(
    `select d.id, d.assembly_id as "assemblyId", a.house_id as "houseId", h.organisation_id as "organisationId", d.kind, d.format,
        d.sha256, d.size, d.made_at as "madeAt"
       from assembly_document d join assembly a on a.id = d.assembly_id join house h on h.id = a.house_id
      where ${by} = any(${wanted}::uuid[]) and ${assembliesVisibleTo(context.viewer, parameters, new Date(context.clock.now()))}`,
    parameters.values,
  );
  return rows.filter((row) => mayReadDocument(context.viewer, row, row.kind));
}

export function documentType(context: Context, row: DocumentRow): AssemblyDocumentType {
  const id = encodeId('AssemblyDocument', row.id);
  const { assemblyId: assemblyKey, kind, format, sha256, size, madeAt } = row;
  const seesSigners = isKeptBy(context.viewer, row) && seesPeople(context.viewer);
  const maySign = maySignDocument(context.viewer, row) && seesPeople(context.viewer);
  return { id, assemblyKey, kind, format, sha256, size, madeAt, fileUrl: `/documents/${id}`, seesSigners, maySign };
}

export const documentAccess = { who: 'SIGNED_IN', scope: 'assemblies:read' } as const;

provideNodes('AssemblyDocument', {
  access: documentAccess,
  load: async (context, uuids) =>
    new Map((await readDocuments(context, 'd.id', uuids)).map((row) => [row.id, documentType(context, row)])),
});

const order = documentsOf('CLOSED').map(({ kind, format }) => `${kind} ${format}`);
const rank = ({ kind, format }: Pick<DocumentRow, 'kind' | 'format'>): number => order.indexOf(`${kind} ${format}`);

/** The papers of an assembly that the viewer may read, the minutes first. */
export async function documentsOfAssembly(context: Context, { row }: AssemblyType): Promise<AssemblyDocumentType[]> {
  const rows = await loadBy<DocumentRow[]>(context, 'documents', row.id, async (ids) => {
    const read = await readDocuments(context, 'd.assembly_id', ids);
    return ids.map((id) => read.filter(({ assemblyId }) => assemblyId === id));
  });
  return rows.toSorted((a, b) => rank(a) - rank(b)).map((document) => documentType(context, document));
}

/** What the viewer may read once it is written, and is not written yet. */
export async function awaitedDocumentsOf(context: Context, assembly: AssemblyType): Promise<DocumentKind[]> {
  const { id, house_id: houseId, organisation_id: organisationId } = assembly.row;
  const place = { assemblyId: id, houseId, organisationId };
  const made = new Set((await documentsOfAssembly(context, assembly)).map(rank));
  return documentsOf(assembly.row.state)
    .filter((plan) => !made.has(rank(plan)) && mayReadDocument(context.viewer, place, plan.kind))
    .map(({ kind }) => kind)
    .filter((kind, at, kinds) => kinds.indexOf(kind) === at);
}

export async function findDocument(context: Context, documentId: string): Promise<AssemblyDocumentType | null> {
  const [row] = await readDocuments(context, 'd.id', [documentId]);
  return row ? documentType(context, row) : null;
}

const decodeDocument = (id: string): string => decodeId('AssemblyDocument', id);

interface SignatureRow extends Omit<DocumentSignatureType, 'fileUrl' | 'signer'> {
  readonly id: string;
  readonly documentId: string;
  readonly signer: string;
}

/** In the order in which they came. */
export async function signaturesOf(context: Context, document: AssemblyDocumentType): Promise<DocumentSignatureType[]> {
  const rows = await loadBy<SignatureRow[]>(context, 'document-signatures', document.id, async (ids) => {
    const read = await context.database.read<SignatureRow>(
      `select s.id, s.document_id as "documentId", s.origin, s.checked as "check", s.algorithm, s.signer, s.stated_at as "statedAt",
          s.recorded_at as "recordedAt", s.sha256 from document_signature s where s.document_id = any($1::uuid[]) order by s.recorded_at, s.id`,
      [ids.map((id) => decodeDocument(id))],
    );
    return ids.map((id) => read.filter(({ documentId }) => documentId === decodeDocument(id)));
  });
  return rows.map(({ id, signer, documentId: _document, ...row }) => ({
    ...row,
    signer: document.seesSigners ? signer : null,
    fileUrl: document.seesSigners ? `/document-signatures/${encodeId('DocumentSignature', id)}` : null,
  }));
}

interface SignatureFile {
  readonly documentId: string;
  readonly origin: 'ELSEWHERE' | 'SERVER';
  readonly sha256: string;
  readonly size: number;
}

/** A signature names its signer: it is for those who keep the papers. */
export async function readSignatureFile(context: Context, signatureId: string): Promise<SignatureFile | null> {
  const [row] = await context.database.read<SignatureFile>(
    'select document_id as "documentId", origin, sha256, size from document_signature where id = $1',
    [signatureId],
  );
  const document = row && (await findDocument(context, row.documentId));
  return row && document?.seesSigners === true ? row : null;
}

/** Rights are asked again when the package is fetched. */
export async function seesEvidence(context: Context, assemblyId: string): Promise<boolean> {
  const [row] = await context.database.read<AssemblyPlace>(
    `select a.id as "assemblyId", a.house_id as "houseId", h.organisation_id as "organisationId"
       from assembly a join house h on h.id = a.house_id where a.id = $1`,
    [assemblyId],
  );
  return row !== undefined && mayTakeEvidence(context.viewer, row);
}

/** Once closed, and for those who may take it; whether its papers are written yet is another matter. */
export function offersEvidence({ viewer }: Context, { row }: AssemblyType): boolean {
  const place = { assemblyId: row.id, houseId: row.house_id, organisationId: row.organisation_id };
  return row.state === 'CLOSED' && mayTakeEvidence(viewer, place);
}
