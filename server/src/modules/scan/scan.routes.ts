import { Readable } from 'node:stream';
import { mayEnter } from '../../kernel/access.ts';
import { decodeId } from '../../kernel/global-id.ts';
import type { HttpRoute } from '../../kernel/http-route.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { downloadedAs } from '../files/index.ts';
import { completeScan } from './commands/complete-scan.ts';
import { bytesOf, keepChunk } from './commands/keep-chunk.ts';
import { readScanPages } from './scan-page.queries.ts';
import { readScans, scanAccess } from './scan.queries.ts';

const closed = { 'content-security-policy': "sandbox; default-src 'none'", 'cache-control': 'private, no-store' };

/**
 * `POST /scans/ID/chunks` with `x-offset`: the next part of a file. 409 says from where to go on; so does `received` of the scan.
 * The header is none that a foreign page's form can send.
 */
const chunk: HttpRoute = {
  method: 'POST',
  path: '/scans/:id/chunks',
  handle: async (context, { parameters, headers, body }) => {
    const refusal = mayEnter(context.viewer, { who: 'SIGNED_IN', scope: 'ballots:enter' });
    if (refusal) throw refusal;
    const scanId = decodeId('Scan', parameters['id'] ?? '');
    const { 'x-offset': offset } = headers;
    if (typeof offset !== 'string' || !/^\d{1,9}$/.test(offset))
      throw new Refusal('INVALID_INPUT', { what: 'x-offset' });
    const { fits, ...arrived } = await keepChunk(context, scanId, Number(offset), await bytesOf(body));
    if (arrived.received === arrived.size) await completeScan(context, scanId);
    return { status: fits ? 200 : 409, body: arrived };
  },
};

/** `GET /scans/ID/file`: as it was sent; for those who run the assembly and its auditors. */
const file: HttpRoute = {
  method: 'GET',
  path: '/scans/:id/file',
  handle: async (context, { parameters }) => {
    const refusal = mayEnter(context.viewer, scanAccess);
    if (refusal) throw refusal;
    const [scan] = await readScans(context, [decodeId('Scan', parameters['id'] ?? '')]);
    if (!scan || scan.sha256 === null) throw new Refusal('FILE_MISSING');
    return {
      status: 200,
      headers: {
        ...closed,
        'content-type': 'application/octet-stream',
        'content-length': String(scan.size),
        'content-disposition': downloadedAs(scan.fileName),
      },
      body: await context.files.read(scan.sha256),
    };
  },
};

/** `GET /scan-pages/ID/picture`: one page as a JPEG; also for the owner whose ballot it is. */
const picture: HttpRoute = {
  method: 'GET',
  path: '/scan-pages/:id/picture',
  handle: async (context, { parameters }) => {
    const refusal = mayEnter(context.viewer, scanAccess);
    if (refusal) throw refusal;
    const [page] = await readScanPages(context, [decodeId('ScanPage', parameters['id'] ?? '')]);
    const jpeg = page
      ? await context.scanReader.picture(await context.files.localPath(page.sha256), page.number - 1)
      : null;
    if (jpeg === null) throw new Refusal('FILE_MISSING');
    const headers = { ...closed, 'content-type': 'image/jpeg', 'content-length': String(jpeg.length) };
    return { status: 200, headers, body: Readable.from([jpeg]) };
  },
};

export const scanRoutes: readonly HttpRoute[] = [chunk, file, picture];
