import { Worker } from 'node:worker_threads';
import type { FromWorker, ToWorker } from './scan-messages.ts';
import type { PageFault, PlanOf } from '../../kernel/scan-reader.ts';

export type LaneAnswer =
  | Exclude<FromWorker, { code: unknown }>
  | { readonly lost: Extract<PageFault, 'TOO_SLOW' | 'READER_DIED'> };

/** One worker, and another one in its place when it dies or does not come back. */
export class ScanLane {
  readonly #entry: URL;
  #worker: Worker | null = null;

  constructor(entry: URL) {
    this.#entry = entry;
  }

  async ask(order: Extract<ToWorker, { path: unknown }>, planOf: PlanOf): Promise<LaneAnswer> {
    const worker = (this.#worker ??= this.#start());
    const answer = await exchange(worker, order, planOf).catch(async (problem: unknown) => {
      await this.stop();
      throw problem;
    });
    if ('lost' in answer) await this.stop();
    return answer;
  }

  #start(): Worker {
    // Without flags: whatever loader the process was started with, workers read plain modules.
    const worker = new Worker(this.#entry, { execArgv: [] });
    // Whoever waits is told by the exit that follows.
    worker.on('error', () => undefined);
    worker.on('exit', () => {
      if (this.#worker === worker) this.#worker = null;
    });
    return worker;
  }

  async stop(): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    await worker?.terminate();
  }
}

async function exchange(
  worker: Worker,
  order: Extract<ToWorker, { path: unknown }>,
  planOf: PlanOf,
): Promise<LaneAnswer> {
  let end: () => void = () => undefined;
  try {
    return await new Promise<LaneAnswer>((resolve, reject) => {
      const died = (): void => resolve({ lost: 'READER_DIED' });
      const heard = (message: FromWorker): void => {
        if (!('code' in message)) {
          resolve(message);
          return;
        }
        planOf(message.code).then((plan) => worker.postMessage({ plan } satisfies ToWorker, []), reject);
      };
      const tooSlow = setTimeout(() => resolve({ lost: 'TOO_SLOW' }), order.limits.millisecondsPerPage);
      worker.on('message', heard).on('exit', died);
      end = () => {
        clearTimeout(tooSlow);
        worker.off('message', heard).off('exit', died);
      };
      worker.postMessage(order, []);
    });
  } finally {
    end();
  }
}
