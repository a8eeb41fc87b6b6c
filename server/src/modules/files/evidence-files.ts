import type { Context } from '../../kernel/context.ts';
import { decodeId, encodeId } from '../../kernel/global-id.ts';
import { loadById } from '../../kernel/load-by-id.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Unit } from '../../kernel/transaction.ts';
import type { EvidenceFileType } from './evidence-file.type.ts';
import { StoredFile } from './stored-file.entity.ts';

const mostFiles = 20;

/** Files that whoever attaches them has uploaded. */
export async function requireEvidenceFiles(
  context: Context,
  unit: Unit,
  ids: readonly string[] | null | undefined,
): Promise<string[]> {
  const field = ['input', 'evidenceFileIds'];
  if (ids == null || ids.length === 0) return [];
  if (ids.length > mostFiles)
    throw new Refusal('INVALID_INPUT', { what: 'evidenceFileIds', maximum: mostFiles }, field);
  const wanted = [...new Set(ids.map((id, at) => decodeId('StoredFile', id, [...field, String(at)])))];
  const uploadedBy = context.viewer.kind === 'SIGNED_IN' ? context.viewer.accountId : '';
  const found = await unit.em.count(StoredFile, { id: { $in: wanted }, uploadedBy });
  if (found !== wanted.length) throw new Refusal('FILE_MISSING', {}, field);
  return wanted;
}

/** What was attached, for whoever may see what it is attached to. */
export async function evidenceFilesOf(context: Context, ids: readonly string[]): Promise<EvidenceFileType[]> {
  const rows = await Promise.all(
    ids.map(async (wanted) =>
      loadById<{ id: string; file_name: string; size: number }>(context, 'evidence-file', wanted, async (all) =>
        context.database.read('select id, file_name, size from stored_file where id = any($1::uuid[])', [all]),
      ),
    ),
  );
  return rows.flatMap((row) => {
    if (row === null) return [];
    const id = encodeId('StoredFile', row.id);
    return [{ id, fileName: row.file_name, size: row.size, url: `/files/${id}` }];
  });
}
