/** What an explanation can say; each language words all of it. */
import type { Fraction } from '../../../kernel/fraction.ts';
import type { Clause } from './clause.ts';

export type Lang = 'ru' | 'en';

export interface CountedAnswers {
  readonly for: Fraction;
  readonly against: Fraction;
  readonly abstain: Fraction;
  readonly invalid: Fraction;
}

export interface ExplanationWords {
  weight(facts: { area: Fraction; share: Fraction; weight: Fraction; ofHouse: Fraction }): string;
  /** How much there is, of what, in percent and as the exact fraction. */
  have(clause: Clause, ratio: Fraction): string;
  /** How much the law asks for. */
  needed(clause: Clause): string;
  enough: string;
  /** Nothing at all is there to be a part of. */
  noVotesThere: string;
  /** Exactly the threshold where more is asked for. */
  exactlyIsNotMore(threshold: Fraction): string;
  exactlyIsEnough(threshold: Fraction): string;
  /** `ofHouse` is null where the total of the house is not at hand. */
  missing(clause: Clause, ofHouse: Fraction | null): string;
  /** The rounded percent reads like the threshold, the exact fraction is below or above it. */
  roundingMisleads(ratio: Fraction, threshold: Fraction): string;
  adopted: string;
  notAdopted: string;
  notAdoptedWithoutQuorum: string;
  answers(counted: CountedAnswers): string;
  basis(articleSource: string): string;
  quorumHeading: string;
  decisionHeading: string;
  decisionHeadingWithoutQuorum: string;
  /** More stand for than against, and still it is not enough. */
  forOutweighsAgainst: string;
  silentAnswersStay: string;
  absentVotesStay: string;
}
