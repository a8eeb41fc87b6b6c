import { Readable } from 'node:stream';
import { mayEnter } from '../../kernel/access.ts';
import { decodeId } from '../../kernel/global-id.ts';
import type { HttpRoute } from '../../kernel/http-route.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { downloadedAs } from '../files/index.ts';
import { scanPicture } from './paper-trail.queries.ts';

/** `GET /ballot-scans/BALLOT/PAGE`: one page of a paper ballot as a JPEG, for its owner, those who keep the assembly, and nobody else. */
const ballotScan: HttpRoute = {
  method: 'GET',
  path: '/ballot-scans/:id/:page',
  handle: async (context, { parameters }) => {
    const refusal = mayEnter(context.viewer, { who: 'SIGNED_IN', scope: 'ballots:read' });
    if (refusal) throw refusal;
    const { id = '', page = '' } = parameters;
    const number = /^[1-9]\d{0,3}$/.test(page) ? Number(page) : 0;
    const jpeg = await scanPicture(context, decodeId('Ballot', id), number);
    if (jpeg === null) throw new Refusal('FILE_MISSING');
    return {
      status: 200,
      headers: {
        'content-type': 'image/jpeg',
        'content-length': String(jpeg.length),
        'content-disposition': downloadedAs(`ballot-${String(number)}.jpg`),
        'content-security-policy': "sandbox; default-src 'none'",
        'cache-control': 'private, no-store',
      },
      body: Readable.from([jpeg]),
    };
  },
};

export const sheetRoutes: readonly HttpRoute[] = [ballotScan];
