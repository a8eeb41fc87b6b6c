import { ScanLane, type LaneAnswer } from './scan-lane.ts';
import type { FileReading, PageReading, PlanOf, ScanReader, ScanTask } from '../../kernel/scan-reader.ts';
import type { ScanLimits } from './scan.ts';

export interface ScanPoolSettings {
  /** The file of the worker: where it lies depends on how the server was built. */
  readonly entry: URL;
  readonly workers: number;
  readonly limits: ScanLimits;
}

/** Reads scans in threads of their own. A page that kills its reader twice goes to a person; the others go on. */
export class ScanPool implements ScanReader {
  readonly #limits: ScanLimits;
  readonly #lanes: readonly ScanLane[];
  readonly #idle: ScanLane[];
  readonly #waiting: ((lane: ScanLane) => void)[] = [];
  #stopped = false;

  constructor({ entry, workers, limits }: ScanPoolSettings) {
    this.#limits = limits;
    this.#lanes = Array.from({ length: workers }, () => new ScanLane(entry));
    this.#idle = [...this.#lanes];
  }

  async readScan(path: string, { planOf, known, heard }: ScanTask): Promise<FileReading> {
    const counted = await this.#ask({ path, page: null }, planOf);
    if ('fileFault' in counted) return { fault: counted.fileFault };
    if (!('pages' in counted)) return { fault: 'lost' in counted ? counted.lost : 'DAMAGED' };
    const missing = Array.from({ length: counted.pages }, (_, page) => page).filter(
      (page) => known?.has(page) !== true,
    );
    const readings = await Promise.all(
      missing.map(async (page) => {
        const reading = readingOf(page, await this.#ask({ path, page }, planOf));
        await heard(reading, counted.pages);
        return reading;
      }),
    );
    const damaged = readings.length === counted.pages && readings.every(({ fault }) => fault === 'DAMAGED');
    return damaged ? { fault: 'DAMAGED' } : { fault: null, pages: readings };
  }

  async picture(path: string, page: number): Promise<Uint8Array | null> {
    const shown = await this.#ask({ path, page, show: true }, async () => null);
    return 'picture' in shown ? shown.picture : null;
  }

  /** Whoever still waits for a page is told so, and knows nothing of it. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await Promise.all(this.#lanes.map(async (lane) => lane.stop()));
  }

  async #ask(
    what: { readonly path: string; readonly page: number | null; readonly show?: boolean },
    planOf: PlanOf,
  ): Promise<LaneAnswer> {
    const lane = this.#idle.pop() ?? (await this.#next(what.show === true));
    try {
      const order = { ...what, limits: this.#limits };
      const first = await this.#askLane(lane, order, planOf);
      const died = 'lost' in first && first.lost === 'READER_DIED';
      return died ? await this.#askLane(lane, order, planOf) : first;
    } finally {
      const next = this.#waiting.shift();
      if (next) next(lane);
      else this.#idle.push(lane);
    }
  }

  /** Whoever looks at a page waits for one page at most, whatever is being read. */
  async #next(first: boolean): Promise<ScanLane> {
    return new Promise((resolve) => {
      if (first) this.#waiting.unshift(resolve);
      else this.#waiting.push(resolve);
    });
  }

  async #askLane(lane: ScanLane, ...[order, planOf]: Parameters<ScanLane['ask']>): Promise<LaneAnswer> {
    if (this.#stopped) throw new Error('the reader of scans has stopped');
    const answer = await lane.ask(order, planOf);
    if (this.#stopped) throw new Error('the reader of scans has stopped');
    return answer;
  }
}

function readingOf(page: number, answer: LaneAnswer): PageReading {
  if ('reading' in answer) return answer.reading;
  return { page, code: null, fault: 'lost' in answer ? answer.lost : 'DAMAGED', boxes: [] };
}
