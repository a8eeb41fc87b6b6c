/** A house where votes are disowned must see at once what hangs on them (art. 46 p. 6: could the vote change the result). */
import type { Fraction } from '../../../kernel/fraction.ts';
import type { Tally } from '../../voting/index.ts';

export interface RecountDifference {
  /** In votes: what took part and is left out. */
  readonly leftOut: Fraction;
  readonly hadQuorum: boolean;
  readonly hasQuorum: boolean;
  /** Positions of the items, from 1, that would be adopted no more, or only now. */
  readonly lost: readonly number[];
  readonly won: readonly number[];
}

export function differenceOf(stands: Tally, without: Tally): RecountDifference {
  const outcomes = stands.items.map((item, at) => ({
    position: at + 1,
    before: item.adopted,
    after: without.items[at]?.adopted ?? false,
  }));
  return {
    leftOut: stands.participating.minus(without.participating),
    hadQuorum: stands.quorum.met,
    hasQuorum: without.quorum.met,
    lost: outcomes.filter(({ before, after }) => before && !after).map(({ position }) => position),
    won: outcomes.filter(({ before, after }) => !before && after).map(({ position }) => position),
  };
}

export function differs({ hadQuorum, hasQuorum, lost, won }: RecountDifference): boolean {
  return hadQuorum !== hasQuorum || lost.length > 0 || won.length > 0;
}

type Lang = 'ru' | 'en';

function russianQuorum({ hadQuorum, hasQuorum }: RecountDifference): string {
  if (hadQuorum && !hasQuorum) return 'Без них кворума нет.';
  return hasQuorum ? 'Кворум есть и без них.' : 'Кворума нет и с ними.';
}

function englishQuorum({ hadQuorum, hasQuorum }: RecountDifference): string {
  if (hadQuorum && !hasQuorum) return 'Without them there is no quorum.';
  return hasQuorum ? 'There is a quorum without them too.' : 'There is no quorum even with them.';
}

/** Two decimals, and the fraction where they do not hold all of it. */
function votes(weight: Fraction, lang: Lang): string {
  const printed = weight.toDecimal(2);
  const local = lang === 'ru' ? printed.replace('.', ',') : printed;
  return 100n % weight.denominator === 0n ? local : `≈ ${local} (${weight.toString()})`;
}

export function explainRecount(ballots: number, difference: RecountDifference, lang: Lang): string {
  const { leftOut, lost, won } = difference;
  const weight = votes(leftOut, lang);
  if (lang === 'ru') {
    return [
      `Оспорено и не рассмотрено до конца голосования решений: ${String(ballots)}, на них приходится ${weight} м².`,
      russianQuorum(difference),
      ...(lost.length > 0 ? [`Не были бы приняты вопросы: ${lost.join(', ')}.`] : []),
      ...(won.length > 0 ? [`Были бы приняты вопросы: ${won.join(', ')}.`] : []),
      ...(lost.length + won.length === 0 ? ['Исход каждого вопроса тот же.'] : []),
      'Итог собрания остаётся в силе, пока суд не решит иначе.',
    ].join(' ');
  }
  return [
    `Ballots disputed and not settled before voting ended: ${String(ballots)}, which carry ${weight} m².`,
    englishQuorum(difference),
    ...(lost.length > 0 ? [`Items that would not be adopted: ${lost.join(', ')}.`] : []),
    ...(won.length > 0 ? [`Items that would be adopted: ${won.join(', ')}.`] : []),
    ...(lost.length + won.length === 0 ? ['Every item has the same outcome.'] : []),
    'The result of the assembly stands unless a court decides otherwise.',
  ].join(' ');
}
