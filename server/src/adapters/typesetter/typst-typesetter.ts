import { Worker } from 'node:worker_threads';
import type { Typesetter, TypesetDocument } from '../../kernel/ports.ts';

export interface SetTask extends Omit<TypesetDocument, 'at'> {
  readonly id: number;
  readonly at: number;
  /** What is asked for instead of a PDF. */
  readonly label: string | null;
}

interface Told {
  readonly id: number;
  readonly answer?: unknown;
  readonly failure?: string;
}

interface Waiting {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** Typst in a thread of its own, so that setting a house's ballots holds up no vote. The thread starts with the first document. */
export class TypstTypesetter implements Typesetter {
  readonly #workerFile: string;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | null = null;
  #last = 0;

  constructor(workerFile: string) {
    this.#workerFile = workerFile;
  }

  async pdf(document: TypesetDocument): Promise<Uint8Array> {
    const { pdf } = (await this.#ask(document, null)) as { readonly pdf: Uint8Array };
    return pdf;
  }

  async measure(
    document: TypesetDocument,
    label: string,
  ): Promise<{ readonly pages: number; readonly values: readonly unknown[] }> {
    return (await this.#ask(document, label)) as { readonly pages: number; readonly values: readonly unknown[] };
  }

  async stop(): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    await worker?.terminate();
    this.#failAll(new Error('the typesetter has stopped'));
  }

  async #ask({ at, ...document }: TypesetDocument, label: string | null): Promise<unknown> {
    const worker = (this.#worker ??= this.#start());
    const id = (this.#last += 1);
    const answer = new Promise<unknown>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
    });
    const task: SetTask = { ...document, id, at: at.getTime(), label };
    worker.postMessage(task, []);
    return answer;
  }

  #start(): Worker {
    const worker = new Worker(this.#workerFile, { execArgv: [] });
    worker.unref();
    worker.on('message', ({ id, answer, failure }: Told) => {
      const waiting = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (failure === undefined) waiting?.resolve(answer);
      else waiting?.reject(new Error(failure));
    });
    worker.on('error', (error) => {
      if (this.#worker === worker) this.#worker = null;
      this.#failAll(error instanceof Error ? error : new Error(String(error)));
    });
    return worker;
  }

  #failAll(error: Error): void {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
