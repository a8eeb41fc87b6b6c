export { EvidenceFileType } from './evidence-file.type.ts';
export { evidenceFilesOf, requireEvidenceFiles } from './evidence-files.ts';
export { provideFileReader } from './file-readers.ts';
export { filesRoutes } from './files.routes.ts';
export { StoredFile } from './stored-file.entity.ts';
export { attachment as downloadedAs, readFileName } from './rules/file-name.ts';
