import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { Assembly } from '../assembly/index.ts';
import { documentFormats, documentKinds } from './rules/document-kinds.ts';
import { signatureChecks, signatureOrigins } from './rules/signature-words.ts';

/** A paper that an assembly writes of itself: made once, never altered, kept by the SHA-256 of its bytes. */
export const AssemblyDocument = defineEntity({
  name: 'AssemblyDocument',
  tableName: 'assembly_document',
  properties: {
    id: p.uuid().primary(),
    assemblyId: () => p.manyToOne(Assembly).mapToPk().joinColumn('assembly_id'),
    kind: p.enum(documentKinds),
    format: p.enum(documentFormats),
    sha256: p.text(),
    size: p.integer(),
    madeAt: p.datetime(3),
  },
  uniques: [{ name: 'assembly_document_once', properties: ['assemblyId', 'kind', 'format'] }],
});
export type AssemblyDocument = InferEntity<typeof AssemblyDocument>;

/** A detached signature of a document; what it says of its signer was read from it, not typed. */
export const DocumentSignature = defineEntity({
  name: 'DocumentSignature',
  tableName: 'document_signature',
  properties: {
    id: p.uuid().primary(),
    documentId: () => p.manyToOne(AssemblyDocument).mapToPk().joinColumn('document_id').index(),
    origin: p.enum(signatureOrigins),
    check: p.enum(signatureChecks).fieldName('checked'),
    algorithm: p.text(),
    signer: p.text(),
    /** As the signature says; nobody vouches for it. */
    statedAt: p.datetime(3).nullable(),
    sha256: p.text(),
    size: p.integer(),
    recordedBy: p.uuid(),
    recordedAt: p.datetime(3),
  },
  uniques: [{ name: 'document_signature_once', properties: ['documentId', 'sha256'] }],
});
export type DocumentSignature = InferEntity<typeof DocumentSignature>;
