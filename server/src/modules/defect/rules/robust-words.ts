/** What would be left if every ballot with an open defect fell: a court asks whether the votes struck out could change the result (art. 46 p. 6). */
import type { Fraction } from '../../../kernel/fraction.ts';
import type { Tally } from '../../voting/index.ts';

export interface RobustDifference {
  readonly ballots: number;
  /** In votes. */
  readonly atStake: Fraction;
  readonly hadQuorum: boolean;
  readonly hasQuorum: boolean;
  /** Positions of the items, from 1, that would be adopted no more, or only then; empty where they are not to be seen. */
  readonly lost: readonly number[];
  readonly won: readonly number[];
  readonly seesItems: boolean;
}

/** `seesItems`: the viewer may know how each item stands, and not the turnout alone. */
export function robustDifference(
  stands: { readonly tally: Tally; readonly ballots: number },
  without: { readonly tally: Tally; readonly ballots: number },
  seesItems: boolean,
): RobustDifference {
  const outcomes = stands.tally.items.map((item, at) => ({
    position: at + 1,
    before: item.adopted,
    after: without.tally.items[at]?.adopted ?? false,
  }));
  const changed = seesItems ? outcomes.filter(({ before, after }) => before !== after) : [];
  return {
    ballots: stands.ballots - without.ballots,
    atStake: stands.tally.participating.minus(without.tally.participating),
    hadQuorum: stands.tally.quorum.met,
    hasQuorum: without.tally.quorum.met,
    lost: changed.filter(({ before }) => before).map(({ position }) => position),
    won: changed.filter(({ after }) => after).map(({ position }) => position),
    seesItems,
  };
}

export function differs({ hadQuorum, hasQuorum, lost, won }: RobustDifference): boolean {
  return hadQuorum !== hasQuorum || lost.length > 0 || won.length > 0;
}

/** Two decimals, and the fraction where they do not hold all of it. */
function votes(weight: Fraction): string {
  const printed = weight.toDecimal(2);
  return 100n % weight.denominator === 0n ? printed : `≈ ${printed}`;
}

function russian({ ballots, atStake, hadQuorum, hasQuorum, lost, won, seesItems }: RobustDifference): string[] {
  if (ballots === 0) return ['Решений с неустранёнными дефектами нет: подсчёт держится на всех решениях.'];
  const quorum = hasQuorum ? 'кворум останется' : hadQuorum ? 'кворума не будет' : 'кворума нет и сейчас, и без них';
  return [
    `Если выпадут все решения с неустранёнными дефектами (их ${String(ballots)}, ${votes(atStake).replace('.', ',')} м²), ${quorum}.`,
    ...(lost.length > 0 ? [`Не были бы приняты вопросы: ${lost.join(', ')}.`] : []),
    ...(won.length > 0 ? [`Были бы приняты вопросы: ${won.join(', ')}.`] : []),
    ...(seesItems && lost.length + won.length === 0 ? ['Исход каждого вопроса тот же.'] : []),
  ];
}

function english({ ballots, atStake, hadQuorum, hasQuorum, lost, won, seesItems }: RobustDifference): string[] {
  if (ballots === 0) return ['No ballot has an open defect: the count rests on all of them.'];
  const quorum = hasQuorum
    ? 'there is a quorum still'
    : hadQuorum
      ? 'there is no quorum'
      : 'there is no quorum, with them or without';
  return [
    `If every ballot with an open defect falls (${String(ballots)} of them, ${votes(atStake)} m²), ${quorum}.`,
    ...(lost.length > 0 ? [`Items that would not be adopted: ${lost.join(', ')}.`] : []),
    ...(won.length > 0 ? [`Items that would be adopted: ${won.join(', ')}.`] : []),
    ...(seesItems && lost.length + won.length === 0 ? ['Every item has the same outcome.'] : []),
  ];
}

export function explainRobust(difference: RobustDifference, lang: 'ru' | 'en'): string {
  return (lang === 'ru' ? russian(difference) : english(difference)).join(' ');
}
