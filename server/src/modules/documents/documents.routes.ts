import { Readable } from 'node:stream';
import { mayEnter } from '../../kernel/access.ts';
import type { Context } from '../../kernel/context.ts';
import { decodeId, encodeId } from '../../kernel/global-id.ts';
import type { HttpAnswer, HttpRoute } from '../../kernel/http-route.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { openNotice } from '../assembly/index.ts';
import { documentAccess, readDocuments, readSignatureFile, seesEvidence } from './document.queries.ts';
import { requireEvidenceScopes } from './documents.policy.ts';
import { evidencePackage } from './evidence-package.ts';
import { readTicket } from './evidence-ticket.ts';

function requireEntry(context: Context): void {
  const refusal = mayEnter(context.viewer, documentAccess);
  if (refusal) throw refusal;
}

function download(type: string, name: string, body: NodeJS.ReadableStream, size: number | null): HttpAnswer {
  return {
    status: 200,
    headers: {
      'content-type': type,
      ...(size === null ? {} : { 'content-length': String(size) }),
      'content-disposition': `attachment; filename="${name}"`,
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'private, no-store',
    },
    body,
  };
}

/** `GET /documents/ID`: the paper itself, byte for byte as it was made. */
const documentFile: HttpRoute = {
  method: 'GET',
  path: '/documents/:id',
  handle: async (context, { parameters }) => {
    requireEntry(context);
    const id = parameters['id'] ?? '';
    const [row] = await readDocuments(context, 'd.id', [decodeId('AssemblyDocument', id)]);
    if (!row) throw new Refusal('FILE_MISSING');
    if (row.kind === 'NOTICE') await openNotice(context, row.assemblyId);
    const ending = row.format.toLowerCase();
    const name = `${row.kind.toLowerCase().replaceAll('_', '-')}-${encodeId('Assembly', row.assemblyId)}.${ending}`;
    return download(`application/${ending}`, name, await context.files.read(row.sha256), row.size);
  },
};

/** `GET /document-signatures/ID`: the signature as it was brought here. */
const signatureFile: HttpRoute = {
  method: 'GET',
  path: '/document-signatures/:id',
  handle: async (context, { parameters }) => {
    requireEntry(context);
    const id = parameters['id'] ?? '';
    const row = await readSignatureFile(context, decodeId('DocumentSignature', id));
    if (!row) throw new Refusal('FILE_MISSING');
    const [type, ending] =
      row.origin === 'SERVER' ? ['application/json', 'json'] : ['application/pkcs7-signature', 'p7s'];
    return download(type, `${id}.${ending}`, await context.files.read(row.sha256), row.size);
  },
};

/** `GET /evidence/TICKET`: the package, for the account whose look was recorded, while it still may. */
const evidence: HttpRoute = {
  method: 'GET',
  path: '/evidence/:ticket',
  handle: async (context, { parameters }) => {
    requireEntry(context);
    const { viewer } = context;
    const ticket = readTicket(context.secrets, parameters['ticket'] ?? '');
    if (viewer.kind !== 'SIGNED_IN' || ticket?.accountId !== viewer.accountId) throw new Refusal('FILE_MISSING');
    requireEvidenceScopes(viewer);
    if (context.clock.now() > ticket.until || !(await seesEvidence(context, ticket.assemblyId)))
      throw new Refusal('FILE_MISSING');
    const name = `evidence-${encodeId('Assembly', ticket.assemblyId)}.zip`;
    return download('application/zip', name, Readable.from(evidencePackage(context, ticket.assemblyId)), null);
  },
};

export const documentRoutes: readonly HttpRoute[] = [documentFile, signatureFile, evidence];
