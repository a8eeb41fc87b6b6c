export interface Transition<State extends string> {
  readonly from: readonly State[];
  readonly to: State;
}

export interface LifecycleTable<State extends string, Verb extends string> {
  readonly initial: State;
  readonly transitions: Readonly<Record<Verb, Transition<State>>>;
  /** When given, a state outside this list, or one of it that nothing leads to, is an error too. */
  readonly states?: readonly State[];
}

export interface Lifecycle<State extends string, Verb extends string> {
  readonly initial: State;
  readonly states: readonly State[];
  /** Where the verb leads from this state; undefined when it is not allowed here. */
  next(state: State, verb: Verb): State | undefined;
  verbsFrom(state: State): readonly Verb[];
}

/** Checks the table while the program loads, so that a mistake in it never waits for a person to meet it. */
export function defineLifecycle<State extends string, Verb extends string>(
  table: LifecycleTable<State, Verb>,
): Lifecycle<State, Verb> {
  const verbs = Object.keys(table.transitions) as Verb[];
  const rows = verbs.map((verb) => table.transitions[verb]);
  const mentioned = new Set<State>([table.initial, ...rows.flatMap((row) => [...row.from, row.to])]);
  const states = table.states ?? [...mentioned];
  for (const state of mentioned) {
    if (!states.includes(state)) throw new Error(`Lifecycle: ${state} is not a known state`);
  }
  const reached = new Set<State>([table.initial]);
  // A set visits members added while it is being walked.
  for (const state of reached) {
    for (const row of rows) if (row.from.includes(state)) reached.add(row.to);
  }
  for (const state of states) {
    if (!reached.has(state)) throw new Error(`Lifecycle: nothing leads to ${state}`);
  }
  const next = (state: State, verb: Verb): State | undefined => {
    const row = table.transitions[verb];
    return row.from.includes(state) ? row.to : undefined;
  };
  return {
    initial: table.initial,
    states,
    next,
    verbsFrom: (state) => verbs.filter((verb) => next(state, verb) !== undefined),
  };
}
