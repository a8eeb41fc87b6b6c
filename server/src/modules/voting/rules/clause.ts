/** A verdict is a comparison of two sums of votes: what there is, and the part of a base that the law asks for. */
import { Fraction } from '../../../kernel/fraction.ts';

export type ClauseName =
  | 'HOUSE_PARTICIPATION'
  | 'ENTRANCE_PARTICIPATION'
  | 'FOR_OF_PARTICIPANTS'
  | 'FOR_OF_HOUSE'
  | 'FOR_OF_ENTRANCE';

/** The sums of votes an item is judged by. */
export interface Measures {
  readonly total: Fraction;
  readonly participating: Fraction;
  readonly for: Fraction;
  readonly entranceTotal: Fraction;
  readonly entranceParticipating: Fraction;
  readonly entranceFor: Fraction;
}

/** One row of the law's table: `have` must be more than (or at least) `threshold` of `base`. */
export interface Requirement {
  readonly name: ClauseName;
  readonly have: keyof Measures;
  readonly base: keyof Measures;
  readonly threshold: Fraction;
  readonly strict: boolean;
}

export interface Clause {
  readonly name: ClauseName;
  readonly have: Fraction;
  readonly base: Fraction;
  readonly threshold: Fraction;
  /** Exactly the threshold is not enough. */
  readonly strict: boolean;
  readonly needed: Fraction;
  readonly met: boolean;
  /** What is missing to `needed`; zero once it is reached, also where exactly reaching it is not enough. */
  readonly shortfall: Fraction;
}

export interface Verdict {
  readonly met: boolean;
  readonly clauses: readonly Clause[];
}

function judgeClause(requirement: Requirement, measures: Measures): Clause {
  const { name, threshold, strict } = requirement;
  const have = measures[requirement.have];
  const base = measures[requirement.base];
  const needed = base.times(threshold);
  const met = strict ? have.isMoreThan(needed) : have.isAtLeast(needed);
  const shortfall = have.isLessThan(needed) ? needed.minus(have) : Fraction.zero;
  return { name, have, base, threshold, strict, needed, met, shortfall };
}

export function judge(requirements: readonly Requirement[], measures: Measures): Verdict {
  const clauses = requirements.map((requirement) => judgeClause(requirement, measures));
  return { met: clauses.every((clause) => clause.met), clauses };
}
