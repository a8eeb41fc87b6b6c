import { readFile } from 'node:fs/promises';
import type { Context } from '../../../kernel/context.ts';
import { decodeId } from '../../../kernel/global-id.ts';
import { newId } from '../../../kernel/new-id.ts';
import { once } from '../../../kernel/once.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { inTransaction } from '../../../kernel/transaction.ts';
import { isVisible } from '../../assembly/index.ts';
import type { SignDocumentInput } from '../document.input.ts';
import { DocumentSignature } from '../document.entity.ts';
import { maySignDocument, seesPeople } from '../documents.policy.ts';
import { readSignature, type ReadSignature, type SignatureProblem } from '../read-signature.ts';
import { signByServer } from '../server-signature.ts';

interface SignedThing {
  readonly assemblyId: string;
  readonly houseId: string;
  readonly organisationId: string | null;
  readonly sha256: string;
}

const codes = {
  UNREADABLE: 'SIGNATURE_UNREADABLE',
  HOLDS_CONTENT: 'SIGNATURE_NOT_DETACHED',
  WRONG: 'SIGNATURE_WRONG',
} as const satisfies Record<SignatureProblem, string>;

async function signatureOf(context: Context, written: string | null, content: Uint8Array): Promise<ReadSignature> {
  if (written === null) {
    if (context.settings.production) throw new Refusal('SIGNATURE_MISSING', {}, ['input', 'signature']);
    return signByServer(context.secrets, content);
  }
  const read = await readSignature(written, content);
  if ('problem' in read) throw new Refusal(codes[read.problem], {}, ['input', 'signature']);
  return read;
}

/** May: whoever runs the assembly. Changes: one signature of a document more, and never the document. Announces nothing. */
export async function signDocument(context: Context, input: SignDocumentInput): Promise<string> {
  const { viewer } = context;
  if (viewer.kind !== 'SIGNED_IN') throw new Refusal('NOT_SIGNED_IN');
  if (!seesPeople(viewer)) throw new Refusal('SCOPE_MISSING', { scope: 'people:read' });
  const documentId = decodeId('AssemblyDocument', input.documentId, ['input', 'documentId']);
  const [document] = await context.database.read<SignedThing>(
    `select d.assembly_id as "assemblyId", a.house_id as "houseId", h.organisation_id as "organisationId", d.sha256
       from assembly_document d join assembly a on a.id = d.assembly_id join house h on h.id = a.house_id where d.id = $1`,
    [documentId],
  );
  if (!document) throw new Refusal('NOT_FOUND', { kind: 'AssemblyDocument' }, ['input', 'documentId']);
  if (!maySignDocument(viewer, document)) {
    throw new Refusal((await isVisible(context, document.assemblyId)) ? 'NOT_ALLOWED' : 'NOT_FOUND');
  }
  const written = input.signature ?? null;
  const content = await readFile(await context.files.localPath(document.sha256));
  const { der, ...read } = await signatureOf(context, written, content);
  const { sha256, size } = await context.files.put(once(der), der.length);
  return inTransaction(context, { command: 'signDocument' }, async (unit) => {
    await unit.lock(documentId, 'exclusive');
    if ((await unit.em.count(DocumentSignature, { documentId, sha256 })) > 0)
      throw new Refusal('ALREADY_SIGNED', {}, ['input', 'signature']);
    const signature = unit.em.create(DocumentSignature, {
      ...read,
      id: newId(),
      documentId,
      origin: written === null ? 'SERVER' : 'ELSEWHERE',
      sha256,
      size,
      recordedBy: viewer.accountId,
      recordedAt: unit.now,
    });
    const { check, algorithm } = read;
    unit.record(
      { assembly: document.assemblyId, document: documentId, signature: signature.id },
      { check, algorithm, sha256, document: document.sha256 },
    );
    return documentId;
  });
}
