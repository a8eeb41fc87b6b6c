import type { RefusalCode } from '@veche/shared/refusals';

export type { RefusalCode };

/** What a refusal is about, for wording; never a stack, a query or somebody else's row. */
export type Facts = Readonly<Record<string, string | number | boolean | null>>;

/** An expected "no". Thrown by commands; the edge turns it into a user error or a GraphQL error with this code. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly code: RefusalCode,
    readonly facts: Facts = {},
    /** Path inside the mutation's input, as in `['input', 'agenda', '0', 'code']`. */
    readonly field: readonly string[] | null = null,
  ) {
    super(code);
  }
}
