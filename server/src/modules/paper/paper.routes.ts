import { mayEnter } from '../../kernel/access.ts';
import { decodeId } from '../../kernel/global-id.ts';
import type { HttpRoute } from '../../kernel/http-route.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { seesPeople } from './paper.policy.ts';
import { printAccess, readPrintRuns } from './paper.queries.ts';
import { ballotsPerPart } from './rules/print-lifecycle.ts';

/** `GET /print-runs/ID/ballots`: one PDF, or a ZIP of them; for those who run the assembly. */
const printedBallots: HttpRoute = {
  method: 'GET',
  path: '/print-runs/:id/ballots',
  handle: async (context, { parameters }) => {
    const refusal = mayEnter(context.viewer, printAccess);
    if (refusal) throw refusal;
    if (!seesPeople(context.viewer)) throw new Refusal('SCOPE_MISSING', { scope: 'people:read' });
    const id = parameters['id'] ?? '';
    const [run] = await readPrintRuns(context, [decodeId('PrintRun', id)]);
    if (!run || run.sha256 === null) throw new Refusal('FILE_MISSING');
    const [type, ending] = run.total > ballotsPerPart ? ['application/zip', 'zip'] : ['application/pdf', 'pdf'];
    return {
      status: 200,
      headers: {
        'content-type': type,
        'content-length': String(run.size),
        'content-disposition': `attachment; filename="ballots-${id}.${ending}"`,
        'content-security-policy': "sandbox; default-src 'none'",
        'cache-control': 'private, no-store',
      },
      body: await context.files.read(run.sha256),
    };
  },
};

export const paperRoutes: readonly HttpRoute[] = [printedBallots];
