import type { Context } from '../../../kernel/context.ts';
import { newId } from '../../../kernel/new-id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { inTransaction } from '../../../kernel/transaction.ts';
import { mayStoreFile } from '../files.policy.ts';
import { JudgedContent } from '../judged-content.ts';
import { readFileName } from '../rules/file-name.ts';
import { StoredFile, type StoredFile as StoredFileRow } from '../stored-file.entity.ts';

const mostBytes = 200 * 1024 * 1024;

export interface StoreFileInput {
  readonly fileName: string;
  readonly content: AsyncIterable<Uint8Array>;
  /** As announced by the sender, when it was. */
  readonly size: number | null;
}

/** May: staff who write. Changes: one file more; the same content is kept once. Announces nothing. */
export async function storeFile(context: Context, input: StoreFileInput): Promise<StoredFileRow> {
  const { viewer } = context;
  if (viewer.kind !== 'SIGNED_IN') throw new Refusal('NOT_SIGNED_IN');
  if (!mayStoreFile(viewer)) throw new Refusal('NOT_ALLOWED');
  const fileName = readFileName(input.fileName);
  if (fileName === null) throw new Refusal('INVALID_INPUT', { what: 'x-file-name' });
  if (input.size !== null && input.size > mostBytes) throw new Refusal('FILE_TOO_LARGE', { limitBytes: mostBytes });
  const judged = new JudgedContent();
  const { sha256, size } = await context.files.put(judged.of(input.content), mostBytes);
  const mediaType = await judged.mediaType(await context.files.localPath(sha256));
  return inTransaction(context, { command: 'storeFile' }, async (unit) => {
    const file = unit.em.create(StoredFile, {
      id: newId(),
      sha256,
      fileName,
      mediaType,
      size,
      uploadedBy: viewer.accountId,
      uploadedAt: unit.now,
    });
    unit.record({ file: file.id }, { sha256, size, mediaType });
    return file;
  });
}
