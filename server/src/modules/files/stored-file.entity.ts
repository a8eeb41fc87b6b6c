import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/** A file that somebody uploaded; its content is kept once, under its SHA-256. */
export const StoredFile = defineEntity({
  name: 'StoredFile',
  tableName: 'stored_file',
  properties: {
    id: p.uuid().primary(),
    sha256: p.text(),
    fileName: p.text(),
    /** Judged by content, not by name. */
    mediaType: p.text(),
    size: p.integer(),
    uploadedBy: p.uuid(),
    uploadedAt: p.datetime(3),
  },
});
export type StoredFile = InferEntity<typeof StoredFile>;
