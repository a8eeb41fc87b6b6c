interface Waiting<Inquiry, Answer> {
  readonly inquiry: Inquiry;
  readonly settle: (answer: Answer) => void;
  readonly fail: (error: unknown) => void;
}

export interface Together {
  /** Inquiries in one round trip at most. */
  readonly most: number;
  /** Round trips under way at a time; what comes meanwhile waits for the next and shares it. */
  readonly lanes: number;
}

/**
 * Inquiries that come together are answered together: a single one waits for nobody, and in a rush the database is asked
 * seldom, for many. Nothing is remembered between two round trips. `answerAll` answers in the order of the inquiries.
 */
export class AskedTogether<Inquiry, Answer> {
  readonly #answerAll: (inquiries: readonly Inquiry[]) => Promise<readonly Answer[]>;
  readonly #limits: Together;
  readonly #queue: Waiting<Inquiry, Answer>[] = [];
  #underWay = 0;
  #isDue = false;

  constructor(answerAll: (inquiries: readonly Inquiry[]) => Promise<readonly Answer[]>, limits: Together) {
    this.#answerAll = answerAll;
    this.#limits = limits;
  }

  async ask(inquiry: Inquiry): Promise<Answer> {
    return new Promise((settle, fail) => {
      this.#queue.push({ inquiry, settle, fail });
      this.#start();
    });
  }

  #start(): void {
    if (this.#isDue || this.#queue.length === 0 || this.#underWay >= this.#limits.lanes) return;
    this.#isDue = true;
    setImmediate(() => {
      this.#isDue = false;
      void this.#answer(this.#queue.splice(0, this.#limits.most));
      this.#start();
    });
  }

  async #answer(batch: readonly Waiting<Inquiry, Answer>[]): Promise<void> {
    this.#underWay += 1;
    try {
      const answers = await this.#answerAll(batch.map(({ inquiry }) => inquiry));
      if (answers.length !== batch.length) throw new Error('there are not as many answers as inquiries');
      for (const [at, { settle }] of batch.entries()) settle(answers[at] as Answer);
    } catch (error) {
      for (const { fail } of batch) fail(error);
    } finally {
      this.#underWay -= 1;
      this.#start();
    }
  }
}
