import { parentPort } from 'node:worker_threads';
import { openScan, type OpenScan } from './open-scan.ts';
import { readPage } from './read-page.ts';
import { showPage } from './show-page.ts';
import type { FromWorker, ToWorker } from './scan-messages.ts';
import type { FileFault, PagePlan } from '../../kernel/scan-reader.ts';
import { Unreadable } from './scan.ts';

const answer = (message: FromWorker): void => parentPort?.postMessage(message, []);

/** The pages of one file follow each other, so the last one stays open. */
let open: { readonly path: string; readonly scan: OpenScan } | null = null;
let planArrives: ((plan: PagePlan | null) => void) | null = null;

parentPort?.on('message', (message: ToWorker) => {
  if ('plan' in message) {
    planArrives?.(message.plan);
    return;
  }
  work(message).catch((problem: unknown) => {
    // Uncaught on purpose: the pool starts another worker and has the page read once more.
    queueMicrotask(() => {
      throw problem;
    });
  });
});

async function work({ path, page, show, limits }: Exclude<ToWorker, { plan: unknown }>): Promise<void> {
  try {
    if (open?.path !== path) {
      open?.scan.close();
      open = null;
      open = { path, scan: await openScan(path, limits) };
    }
  } catch (problem) {
    if (!(problem instanceof Unreadable)) throw problem;
    answer({ fileFault: problem.fault as FileFault });
    return;
  }
  const { scan } = open;
  if (page === null) answer({ pages: scan.pages });
  else if (show === true) answer({ picture: await showPage(async () => scan.page(page)) });
  else answer({ reading: await readPage(page, async () => scan.page(page), askPlan) });
}

async function askPlan(code: string): Promise<PagePlan | null> {
  return new Promise((resolve) => {
    planArrives = resolve;
    answer({ code });
  });
}
