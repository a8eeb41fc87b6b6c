import type { CombinedError } from '@urql/vue';
import { problemOf, type FieldRefusal, type Problem } from './problem.ts';

/** What became of a mutation, for the place where it was asked for. */
export interface Outcome {
  readonly isDone: boolean;
  readonly refusal: FieldRefusal | null;
  readonly problem: Problem | null;
}

export const nothingYet: Outcome = { isDone: false, refusal: null, problem: null };

export function outcomeOf(
  error: CombinedError | undefined,
  userErrors: readonly FieldRefusal[] | null | undefined,
): Outcome {
  const refusal = userErrors?.[0] ?? null;
  return { isDone: !error && refusal === null, refusal, problem: problemOf(error) };
}
