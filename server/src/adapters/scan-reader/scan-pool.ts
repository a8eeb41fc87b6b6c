import { ScanLane, type LaneAnswer, type PlanOf } from './scan-lane.ts';
import type { FileReading, PageReading, ScanLimits } from './scan.ts';

export interface ScanPoolSettings {
  /** The file of the worker: where it lies depends on how the server was built. */
  readonly entry: URL;
  readonly workers: number;
  readonly limits: ScanLimits;
}

/** Reads scans in threads of their own. A page that kills its reader twice goes to a person; the others go on. */
export class ScanPool {
  readonly #limits: ScanLimits;
  readonly #lanes: readonly ScanLane[];
  readonly #idle: ScanLane[];
  readonly #waiting: ((lane: ScanLane) => void)[] = [];

  constructor({ entry, workers, limits }: ScanPoolSettings) {
    this.#limits = limits;
    this.#lanes = Array.from({ length: workers }, () => new ScanLane(entry));
    this.#idle = [...this.#lanes];
  }

  /** `heard` is told of each page as soon as it is read, in whatever order. */
  async readScan(
    path: string,
    planOf: PlanOf,
    heard: (reading: PageReading, pages: number) => void,
  ): Promise<FileReading> {
    const counted = await this.#ask(path, null, planOf);
    if ('fileFault' in counted) return { fault: counted.fileFault };
    if (!('pages' in counted)) return { fault: 'lost' in counted ? counted.lost : 'DAMAGED' };
    const readings = await Promise.all(
      Array.from({ length: counted.pages }, async (_, page) => {
        const reading = readingOf(page, await this.#ask(path, page, planOf));
        heard(reading, counted.pages);
        return reading;
      }),
    );
    if (readings.every(({ fault }) => fault === 'DAMAGED')) return { fault: 'DAMAGED' };
    return { fault: null, pages: readings };
  }

  async stop(): Promise<void> {
    await Promise.all(this.#lanes.map(async (lane) => lane.stop()));
  }

  async #ask(path: string, page: number | null, planOf: PlanOf): Promise<LaneAnswer> {
    const lane = this.#idle.pop() ?? (await new Promise<ScanLane>((resolve) => this.#waiting.push(resolve)));
    try {
      const order = { path, page, limits: this.#limits };
      const first = await lane.ask(order, planOf);
      const died = 'lost' in first && first.lost === 'READER_DIED';
      return died ? await lane.ask(order, planOf) : first;
    } finally {
      const next = this.#waiting.shift();
      if (next) next(lane);
      else this.#idle.push(lane);
    }
  }
}

function readingOf(page: number, answer: LaneAnswer): PageReading {
  if ('reading' in answer) return answer.reading;
  return { page, code: null, fault: 'lost' in answer ? answer.lost : 'DAMAGED', boxes: [] };
}
