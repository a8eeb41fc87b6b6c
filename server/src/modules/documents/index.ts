export { AssemblyDocument, DocumentSignature } from './document.entity.ts';
export { AssemblyDocumentResolver, AssemblyDocumentsResolver } from './document.resolver.ts';
export { documentRoutes } from './documents.routes.ts';
export { assembliesWithoutDocuments, writeDocuments } from './write-documents.ts';
