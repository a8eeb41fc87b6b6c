import { decodeId, encodeId } from '../../kernel/global-id.ts';
import type { HttpRoute } from '../../kernel/http-route.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { storeFile } from './commands/store-file.ts';
import { mayReadFile } from './file-readers.ts';
import { attachment } from './rules/file-name.ts';
import { StoredFile } from './stored-file.entity.ts';

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return '';
  }
}

/**
 * `POST /files` with the content as the body and `x-file-name` (URI-encoded). The header is none that a foreign page's
 * form can send, so a stolen click uploads nothing.
 */
const upload: HttpRoute = {
  method: 'POST',
  path: '/files',
  handle: async (context, { headers, body }) => {
    const { 'x-file-name': name, 'content-length': length } = headers;
    const file = await storeFile(context, {
      fileName: typeof name === 'string' ? decoded(name) : '',
      content: body,
      size: typeof length === 'string' ? Number(length) : null,
    });
    const { id, sha256, size, mediaType, fileName } = file;
    return { status: 201, body: { id: encodeId('StoredFile', id), sha256, size, mediaType, fileName } };
  },
};

/** `GET /files/ID`: always a download, never a page of ours. */
const download: HttpRoute = {
  method: 'GET',
  path: '/files/:id',
  handle: async (context, { parameters }) => {
    if (context.viewer.kind !== 'SIGNED_IN') throw new Refusal('NOT_SIGNED_IN');
    const file = await context.database
      .em()
      .findOne(StoredFile, { id: decodeId('StoredFile', parameters['id'] ?? '') });
    if (!file || !(await mayReadFile(context, file))) throw new Refusal('FILE_MISSING');
    return {
      status: 200,
      headers: {
        'content-type': file.mediaType,
        'content-length': String(file.size),
        'content-disposition': attachment(file.fileName),
        'content-security-policy': "sandbox; default-src 'none'",
        'cache-control': 'private, no-store',
      },
      body: await context.files.read(file.sha256),
    };
  },
};

export const filesRoutes: readonly HttpRoute[] = [upload, download];
