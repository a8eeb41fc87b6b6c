/** A verdict must be understood by whoever it binds, voter or not (art. 46 p. 5): every number it rests on is said in plain words. */
import { Fraction } from '../../../kernel/fraction.ts';
import type { Clause, Verdict } from './clause.ts';
import { english } from './explanation-en.ts';
import { russian } from './explanation-ru.ts';
import type { ExplanationWords, Lang } from './explanation-words.ts';
import { looksLike, partOf } from './printed-number.ts';
import type { ItemTally, Tally } from './tally-result.ts';

export type { Lang } from './explanation-words.ts';

const languages: Readonly<Record<Lang, ExplanationWords>> = { ru: russian, en: english };

export interface WeightFacts {
  readonly areaHundredths: bigint;
  readonly share: Fraction;
  readonly weight: Fraction;
  /** All votes of the house. */
  readonly total: Fraction;
}

export function explainWeight({ areaHundredths, share, weight, total }: WeightFacts, lang: Lang): string {
  const area = Fraction.of(areaHundredths, 100n);
  return languages[lang].weight({ area, share, weight, ofHouse: partOf(weight, total) });
}

function outcomeOf(clause: Clause, houseTotal: Fraction | null, words: ExplanationWords): string {
  const { have, base, needed, threshold, met, shortfall } = clause;
  if (!met && base.isZero()) return words.noVotesThere;
  if (!met && shortfall.isZero()) return words.exactlyIsNotMore(threshold);
  if (!met) return words.missing(clause, houseTotal === null ? null : partOf(shortfall, houseTotal));
  return have.equals(needed) ? words.exactlyIsEnough(threshold) : words.enough;
}

function explainClause(clause: Clause, lang: Lang, houseTotal: Fraction | null): string {
  const words = languages[lang];
  const isOfHouse = clause.name === 'HOUSE_PARTICIPATION' || clause.name === 'FOR_OF_HOUSE';
  const ratio = partOf(clause.have, clause.base);
  const sentences = [
    words.have(clause, ratio),
    words.needed(clause),
    outcomeOf(clause, houseTotal ?? (isOfHouse ? clause.base : null), words),
  ];
  if (looksLike(ratio, clause.threshold)) sentences.push(words.roundingMisleads(ratio, clause.threshold));
  return sentences.join(' ');
}

/** `houseTotal` lets a shortfall of participants or of an entrance be told as a part of the house too. */
export function explainVerdict(verdict: Verdict | Clause, lang: Lang, houseTotal: Fraction | null = null): string {
  const clauses = 'clauses' in verdict ? verdict.clauses : [verdict];
  return clauses.map((clause) => explainClause(clause, lang, houseTotal)).join(' ');
}

function remarksOn(item: ItemTally, words: ExplanationWords): string[] {
  const remarks: string[] = [];
  const isOfParticipants = item.decision.clauses.some(({ name }) => name === 'FOR_OF_PARTICIPANTS');
  const isOfHouse = item.decision.clauses.some(({ name }) => name === 'FOR_OF_HOUSE');
  if (!item.adopted && item.quorum.met && item.for.isMoreThan(item.against)) remarks.push(words.forOutweighsAgainst);
  if (isOfParticipants && !item.abstain.plus(item.invalid).isZero()) remarks.push(words.silentAnswersStay);
  if (isOfHouse) remarks.push(words.absentVotesStay);
  return remarks;
}

/** One line each for the outcome, the votes, the law, the quorum and the decision. */
export function explainItem(item: ItemTally, { total }: Tally, articleSource: string, lang: Lang): string {
  const words = languages[lang];
  const refused = item.quorum.met ? words.notAdopted : words.notAdoptedWithoutQuorum;
  const heading = item.quorum.met ? words.decisionHeading : words.decisionHeadingWithoutQuorum;
  return [
    item.adopted ? words.adopted : refused,
    words.answers(item),
    words.basis(articleSource),
    `${words.quorumHeading} ${explainVerdict(item.quorum, lang, total)}`,
    [heading, explainVerdict(item.decision, lang, total), ...remarksOn(item, words)].join(' '),
  ].join('\n');
}
