interface Waiting<Question, Answer> {
  readonly question: Question;
  readonly settle: (answer: Answer) => void;
  readonly fail: (error: unknown) => void;
}

export interface Together {
  /** Questions in one round trip at most. */
  readonly most: number;
  /** Round trips under way at a time; what comes meanwhile waits for the next and shares it. */
  readonly lanes: number;
}

/**
 * Questions that come together are answered together: a single one waits for nobody, and in a rush the database is asked
 * seldom, for many. Nothing is remembered between two round trips. `answerAll` answers in the order of the questions.
 */
export class AskedTogether<Question, Answer> {
  readonly #answerAll: (questions: readonly Question[]) => Promise<readonly Answer[]>;
  readonly #limits: Together;
  readonly #queue: Waiting<Question, Answer>[] = [];
  #underWay = 0;
  #isDue = false;

  constructor(answerAll: (questions: readonly Question[]) => Promise<readonly Answer[]>, limits: Together) {
    this.#answerAll = answerAll;
    this.#limits = limits;
  }

  async ask(question: Question): Promise<Answer> {
    return new Promise((settle, fail) => {
      this.#queue.push({ question, settle, fail });
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

  async #answer(batch: readonly Waiting<Question, Answer>[]): Promise<void> {
    this.#underWay += 1;
    try {
      const answers = await this.#answerAll(batch.map(({ question }) => question));
      if (answers.length !== batch.length) throw new Error('there are not as many answers as questions');
      for (const [at, { settle }] of batch.entries()) settle(answers[at] as Answer);
    } catch (error) {
      for (const { fail } of batch) fail(error);
    } finally {
      this.#underWay -= 1;
      this.#start();
    }
  }
}
