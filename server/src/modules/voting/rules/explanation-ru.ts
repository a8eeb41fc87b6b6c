/** The explanations in Russian. */
import { Fraction } from '../../../kernel/fraction.ts';
import type { Clause, ClauseName } from './clause.ts';
import type { ExplanationWords } from './explanation-words.ts';
import { isBelowPrint, isExactInPrint, percentDigits, printAmount, twoDecimals } from './printed-number.ts';

const amount = (number: Fraction): string => printAmount(number, ',');
const percent = (ratio: Fraction): string => (isBelowPrint(ratio) ? 'менее 0,01 %' : `${percentDigits(ratio, ',')} %`);

type Forms = readonly [one: string, few: string, many: string];
/** "1 голос, 2 голоса, 5 голосов", and after "недостаёт": "1 голоса, 2 голосов, 5 голосов". */
const counted: Forms = ['голос', 'голоса', 'голосов'];
const lacking: Forms = ['голоса', 'голосов', 'голосов'];

function form(number: Fraction, [one, few, many]: Forms): string {
  // A number with decimals governs the genitive singular, whatever it ends in.
  if (number.denominator !== 1n) return 'голоса';
  const [lastTwo, last] = [number.numerator % 100n, number.numerator % 10n];
  if (lastTwo >= 11n && lastTwo <= 14n) return many;
  return last === 1n ? one : last >= 2n && last <= 4n ? few : many;
}

const exactly = (number: Fraction): string => (isExactInPrint(number) ? '' : ` (точно ${number.toString()})`);
const votesIn =
  (forms: Forms) =>
  (number: Fraction): string =>
    `${amount(number)} ${form(number, forms)}${exactly(number)}`;
const votes = votesIn(counted);
const votesLacking = votesIn(lacking);

/** Nominative, genitive. */
const parts: Readonly<Record<string, readonly [string, string]>> = {
  '1/2': ['половина', 'половины'],
  '2/3': ['две трети', 'двух третей'],
  '1': ['все голоса', 'всех голосов'],
};
const whole = (threshold: Fraction): string => parts[threshold.toString()]?.[0] ?? threshold.toString();
const than = (threshold: Fraction): string => parts[threshold.toString()]?.[1] ?? threshold.toString();

const have: Readonly<Record<ClauseName, (clause: Clause) => string>> = {
  HOUSE_PARTICIPATION: (c) => `Участвовали собственники, у которых ${votes(c.have)} из ${amount(c.base)} в доме`,
  ENTRANCE_PARTICIPATION: (c) =>
    `В этом подъезде участвовали собственники, у которых ${votes(c.have)} из ${amount(c.base)}`,
  FOR_OF_PARTICIPANTS: (c) => `«За» — ${votes(c.have)} из ${amount(c.base)}, принявших участие`,
  FOR_OF_HOUSE: (c) => `«За» — ${votes(c.have)} из ${amount(c.base)} во всём доме`,
  FOR_OF_ENTRANCE: (c) => `«За» в этом подъезде — ${votes(c.have)} из всех его ${amount(c.base)}`,
};

export const russian: ExplanationWords = {
  weight: ({ area, share, weight, ofHouse }) => {
    const equals = isExactInPrint(weight) ? `= ${twoDecimals(weight, ',')}` : amount(weight);
    return `${twoDecimals(area, ',')} м² × ${share.toString()} ${equals} голоса${exactly(weight)}, ${percent(ofHouse)} дома`;
  },
  have: (clause, ratio) => `${have[clause.name](clause)}, — это ${percent(ratio)} (точно ${ratio.toString()}).`,
  needed: ({ threshold, strict, needed }) => {
    if (threshold.equals(Fraction.one)) return `Нужны все: ${votes(needed)}.`;
    return strict
      ? `Нужно больше ${than(threshold)}, то есть больше чем ${votes(needed)}.`
      : `Нужно не меньше ${than(threshold)}, то есть ${votes(needed)} или больше.`;
  },
  enough: 'Этого достаточно.',
  noVotesThere: 'Этого не хватает: таких голосов нет вовсе.',
  exactlyIsNotMore: (threshold) =>
    `Этого не хватает: это ровно ${whole(threshold)}, а ровно ${whole(threshold)} — не больше ${than(threshold)}.`,
  exactlyIsEnough: (threshold) =>
    threshold.equals(Fraction.one) ? 'Это все голоса.' : `Здесь достаточно и ровно ${than(threshold)}.`,
  missing: ({ shortfall, threshold, strict }, ofHouse) => {
    const ofWhole = ofHouse === null ? '' : `, это ${percent(ofHouse)} дома`;
    const more = strict ? `, а нужно больше ${than(threshold)}` : '';
    return `Этого не хватает: до ${than(threshold)} недостаёт ${votesLacking(shortfall)}${ofWhole}${more}.`;
  },
  roundingMisleads: (ratio, threshold) => {
    const relation = ratio.isMoreThan(threshold) ? 'больше' : 'меньше';
    return `Процент округлён: точная дробь ${ratio.toString()} ${relation} ${than(threshold)}.`;
  },
  adopted: 'Решение принято.',
  notAdopted: 'Решение не принято.',
  notAdoptedWithoutQuorum:
    'Решение не принято: нет кворума, а без него не принимается ничего, как бы ни разделились голоса.',
  answers: (answers) =>
    `Голоса: «за» — ${amount(answers.for)}, «против» — ${amount(answers.against)}, «воздержался» — ${amount(answers.abstain)}, ` +
    `участвовали без действительного ответа — ${amount(answers.invalid)}.`,
  basis: (articleSource) => `Основание: ${articleSource}.`,
  quorumHeading: 'Кворум.',
  decisionHeading: 'Решение.',
  decisionHeadingWithoutQuorum: 'Решение (имело бы значение только при кворуме).',
  forOutweighsAgainst: '«За» подано больше голосов, чем «против», но закон сравнивает «за» с порогом, а не с «против».',
  silentAnswersStay: 'Воздержавшиеся и те, чей ответ недействителен, остаются в числе участников.',
  absentVotesStay: 'Голоса собственников, которые не участвовали, тоже входят в общее число.',
};
