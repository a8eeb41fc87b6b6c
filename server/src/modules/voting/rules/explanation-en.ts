/** The explanations in English. */
import { Fraction } from '../../../kernel/fraction.ts';
import type { Clause, ClauseName } from './clause.ts';
import type { ExplanationWords } from './explanation-words.ts';
import { isBelowPrint, isExactInPrint, percentDigits, printAmount, twoDecimals } from './printed-number.ts';

const amount = (number: Fraction): string => printAmount(number, '.');
const exactly = (number: Fraction): string => (isExactInPrint(number) ? '' : ` (exactly ${number.toString()})`);
const votes = (number: Fraction): string =>
  `${amount(number)} ${number.equals(Fraction.one) ? 'vote' : 'votes'}${exactly(number)}`;
const percent = (ratio: Fraction): string =>
  isBelowPrint(ratio) ? 'less than 0.01 %' : `${percentDigits(ratio, '.')} %`;

const parts: Readonly<Record<string, string>> = { '1/2': 'half', '2/3': 'two thirds', '1': 'all votes' };
const part = (threshold: Fraction): string => parts[threshold.toString()] ?? threshold.toString();

const have: Readonly<Record<ClauseName, (clause: Clause) => string>> = {
  HOUSE_PARTICIPATION: (c) => `Owners with ${votes(c.have)} out of ${amount(c.base)} in the house took part`,
  ENTRANCE_PARTICIPATION: (c) =>
    `In the entrance concerned, owners with ${votes(c.have)} out of ${amount(c.base)} took part`,
  FOR_OF_PARTICIPANTS: (c) => `For: ${votes(c.have)} out of ${amount(c.base)} that took part`,
  FOR_OF_HOUSE: (c) => `For: ${votes(c.have)} out of ${amount(c.base)} in the whole house`,
  FOR_OF_ENTRANCE: (c) => `For in the entrance concerned: ${votes(c.have)} out of all ${amount(c.base)} there`,
};

export const english: ExplanationWords = {
  weight: ({ area, share, weight, ofHouse }) => {
    const equals = isExactInPrint(weight) ? `= ${twoDecimals(weight, '.')}` : amount(weight);
    return `${twoDecimals(area, '.')} m² × ${share.toString()} ${equals} votes${exactly(weight)}, ${percent(ofHouse)} of the house`;
  },
  have: (clause, ratio) => `${have[clause.name](clause)}, that is ${percent(ratio)} (exactly ${ratio.toString()}).`,
  needed: ({ threshold, strict, needed }) => {
    if (threshold.equals(Fraction.one)) return `Needed: all of them, ${votes(needed)}.`;
    return strict
      ? `Needed: more than ${part(threshold)}, that is more than ${votes(needed)}.`
      : `Needed: at least ${part(threshold)}, that is ${votes(needed)} or more.`;
  },
  enough: 'That is enough.',
  noVotesThere: 'That is not enough: there are no such votes at all.',
  exactlyIsNotMore: (threshold) =>
    `That is not enough: it is exactly ${part(threshold)}, and exactly ${part(threshold)} is not more than ${part(threshold)}.`,
  exactlyIsEnough: (threshold) =>
    threshold.equals(Fraction.one) ? 'These are all of them.' : `Exactly ${part(threshold)} is enough here.`,
  missing: ({ shortfall, threshold, strict }, ofHouse) => {
    const ofWhole = ofHouse === null ? '' : `, ${percent(ofHouse)} of the house,`;
    const more = strict ? `, and more than ${part(threshold)} is needed` : '';
    return `That is not enough: ${votes(shortfall)}${ofWhole} short of ${part(threshold)}${more}.`;
  },
  roundingMisleads: (ratio, threshold) => {
    const relation = ratio.isMoreThan(threshold) ? 'more' : 'less';
    return `The percent is rounded: the exact fraction ${ratio.toString()} is ${relation} than ${part(threshold)}.`;
  },
  adopted: 'Adopted.',
  notAdopted: 'Not adopted.',
  notAdoptedWithoutQuorum:
    'Not adopted: there is no quorum, and without one nothing is adopted, however the votes were cast.',
  answers: (counted) =>
    `Votes: for ${amount(counted.for)}, against ${amount(counted.against)}, abstained ${amount(counted.abstain)}, ` +
    `took part without a valid answer ${amount(counted.invalid)}.`,
  basis: (articleSource) => `Basis: ${articleSource}.`,
  quorumHeading: 'Quorum.',
  decisionHeading: 'Decision.',
  decisionHeadingWithoutQuorum: 'Decision (it would matter only with a quorum).',
  forOutweighsAgainst:
    'More votes were cast for than against, but the law compares “for” with the threshold, not with “against”.',
  silentAnswersStay: 'Those who abstained or gave no valid answer are still counted among those who took part.',
  absentVotesStay: 'The votes of owners who did not take part count in the total too.',
};
