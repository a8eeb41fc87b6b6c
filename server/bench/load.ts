import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** What one turn of load came to. */
export interface Load {
  readonly accepted: number;
  readonly failed: number;
  readonly firstFailure: string | null;
  readonly seconds: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly kept: readonly string[];
}

/** Counts what happens on all connections of one turn, and decides when it is over. */
export class Turn {
  readonly #latencies: number[] = [];
  readonly #kept: string[] = [];
  readonly #began = performance.now();
  readonly #until: number;
  #failed = 0;
  #firstFailure: string | null = null;

  constructor(seconds: number) {
    this.#until = this.#began + seconds * 1000;
  }

  isOver(): boolean {
    return performance.now() >= this.#until;
  }

  accept(since: number, kept?: string): void {
    this.#latencies.push(performance.now() - since);
    if (kept !== undefined) this.#kept.push(kept);
  }

  fail(what: string): void {
    this.#failed += 1;
    this.#firstFailure ??= what;
  }

  end(): Load {
    const seconds = (performance.now() - this.#began) / 1000;
    const sorted = this.#latencies.toSorted((a, b) => a - b);
    const quantile = (part: number): number => sorted[Math.floor((sorted.length - 1) * part)] ?? Number.NaN;
    return {
      accepted: sorted.length,
      failed: this.#failed,
      firstFailure: this.#firstFailure,
      seconds,
      p50: quantile(0.5),
      p99: quantile(0.99),
      kept: this.#kept,
    };
  }
}

type Answer = { readonly load: Load } | { readonly problem: string };

/** In the process that makes the load: runs every order it is sent. */
export function answerOrders(run: (order: never) => Promise<Load>): void {
  const answer = (message: Answer): void => {
    process.send?.(message);
  };
  process.on('message', (order: unknown) => {
    run(order as never).then(
      (load) => answer({ load }),
      (problem: unknown) =>
        answer({ problem: problem instanceof Error ? (problem.stack ?? problem.message) : String(problem) }),
    );
  });
}

/** In the process that leads the bench: a process that makes load, warm from one turn to the next. */
export interface Loader<Order> {
  run(order: Order): Promise<Load>;
  stop(): Promise<void>;
}

export function startLoader<Order>(file: string): Loader<Order> {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), {
    execArgv: ['--import', '@oxc-node/core/register'],
    serialization: 'advanced',
  });
  const exit = once(child, 'exit');
  return {
    run: async (order) => {
      child.send(order as object);
      const [answer] = (await Promise.race([
        once(child, 'message'),
        exit.then(() => [{ problem: `${file} ended` }]),
      ])) as [Answer];
      if ('problem' in answer) throw new Error(answer.problem);
      return answer.load;
    },
    stop: async () => {
      child.kill();
      await exit;
    },
  };
}
