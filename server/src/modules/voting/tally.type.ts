import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { Context } from '../../kernel/context.ts';
import { Fraction } from '../../kernel/fraction.ts';
import { encodeId } from '../../kernel/global-id.ts';
import { LegalModeEnum, RuleEnum } from '../assembly/index.ts';
import { explainItem, explainVerdict } from './rules/explanation.ts';
import { shortfallInFlats, type FlatsOfHouse } from './rules/shortfall-in-flats.ts';
import type { Clause, ItemTally, Tally, Verdict } from './rules/tally.ts';

@ObjectType({ description: 'An exact number of votes: one square metre is one vote.' })
export class Votes {
  @Field(() => Fraction, { description: 'Exact, as in "355/2".' })
  exact: Fraction;

  @Field(() => String, { description: 'Rounded to two decimals, for print beside the exact one.' })
  display: string;

  @Field(() => String, { description: 'Percent of all votes of the house, two decimals.' })
  percentOfHouse: string;
}

/** Printed when it is asked to be: getters of a class cost nothing until then. */
class ExactVotes implements Votes {
  readonly exact: Fraction;
  readonly #total: Fraction;

  constructor(exact: Fraction, total: Fraction) {
    this.exact = exact;
    this.#total = total;
  }

  get display(): string {
    return this.exact.toDecimal(2);
  }

  get percentOfHouse(): string {
    const total = this.#total;
    return (total.isZero() ? Fraction.zero : this.exact.times(Fraction.of(100)).dividedBy(total)).toDecimal(2);
  }
}

export function votesOf(exact: Fraction, total: Fraction): Votes {
  return new ExactVotes(exact, total);
}

const ClauseNameEnum = {
  HOUSE_PARTICIPATION: 'HOUSE_PARTICIPATION',
  ENTRANCE_PARTICIPATION: 'ENTRANCE_PARTICIPATION',
  FOR_OF_PARTICIPANTS: 'FOR_OF_PARTICIPANTS',
  FOR_OF_HOUSE: 'FOR_OF_HOUSE',
  FOR_OF_ENTRANCE: 'FOR_OF_ENTRANCE',
} as const;
registerEnumType(ClauseNameEnum, { name: 'ClauseName', description: 'What is compared with what.' });

@ObjectType('Clause', { description: 'One comparison of a verdict: `have` against `threshold` of `base`.' })
export class ClauseType {
  @Field(() => ClauseNameEnum)
  name: Clause['name'];

  @Field(() => Votes)
  have: Votes;

  @Field(() => Votes)
  base: Votes;

  @Field(() => Fraction, { description: '1/2, 2/3 or 1.' })
  threshold: Fraction;

  @Field(() => Boolean, { description: 'true: more than the threshold is needed, equal is not enough.' })
  strict: boolean;

  @Field(() => Votes, { description: 'The threshold in votes.' })
  needed: Votes;

  @Field(() => Boolean)
  met: boolean;

  @Field(() => Votes, {
    description: 'What is missing; 0 when met, and also when exactly the threshold was reached but more is needed.',
  })
  shortfall: Votes;

  @Field(() => Int, {
    nullable: true,
    description: 'About how many flats of the usual size that is, rounded up; null in a house without flats.',
  })
  shortfallInFlats: number | null;

  @Field(() => String, { description: "In plain words, in the caller's language." })
  explanation: string;
}

@ObjectType('Verdict', { description: 'Whether all its clauses are met, and why.' })
export class VerdictType {
  @Field(() => Boolean)
  met: boolean;

  @Field(() => [ClauseType])
  clauses: readonly ClauseType[];

  @Field(() => String, { description: "In plain words, in the caller's language." })
  explanation: string;
}

/** Whom the sums are told to, and the house they are measured by. */
export interface TallyReader {
  readonly locale: Context['locale'];
  readonly flats: FlatsOfHouse;
}

function verdictType(reader: TallyReader, verdict: Verdict, total: Fraction): VerdictType {
  return {
    met: verdict.met,
    explanation: explainVerdict(verdict, reader.locale, total),
    clauses: verdict.clauses.map((clause) => ({
      name: clause.name,
      have: votesOf(clause.have, total),
      base: votesOf(clause.base, total),
      threshold: clause.threshold,
      strict: clause.strict,
      needed: votesOf(clause.needed, total),
      met: clause.met,
      shortfall: votesOf(clause.shortfall, total),
      shortfallInFlats: shortfallInFlats(clause.shortfall, reader.flats),
      explanation: explainVerdict(clause, reader.locale, total),
    })),
  };
}

@ObjectType('ItemTally', { description: 'One agenda item, counted under its rule.' })
export class ItemTallyType {
  @Field(() => ID)
  agendaItemId: string;

  @Field(() => RuleEnum)
  rule: ItemTally['rule'];

  @Field(() => Votes)
  for: Votes;

  @Field(() => Votes)
  against: Votes;

  @Field(() => Votes)
  abstain: Votes;

  @Field(() => Votes, {
    description:
      'Took part, but this item is blank or has several marks: in the quorum, counted for nothing (art. 48 p. 6).',
  })
  invalid: Votes;

  @Field(() => VerdictType, { description: 'The quorum for this item.' })
  quorum: VerdictType;

  @Field(() => VerdictType)
  decision: VerdictType;

  @Field(() => Boolean, { description: 'Adopted as it stands: quorum and decision both met.' })
  adopted: boolean;

  @Field(() => String, { description: "The whole item in plain words, in the caller's language." })
  explanation: string;
}

@ObjectType('Tally', { description: 'The count of an assembly.' })
export class TallyType {
  @Field(() => LegalModeEnum)
  legalMode: keyof typeof LegalModeEnum;

  @Field(() => Votes, { description: 'All votes of the house: the area of every premises, unknown owners included.' })
  total: Votes;

  @Field(() => Votes, { description: 'Votes that took part.' })
  participating: Votes;

  @Field(() => VerdictType)
  quorum: VerdictType;

  @Field(() => Int, { description: 'Ballots that count.' })
  ballots: number;

  @Field(() => [ItemTallyType])
  items: readonly ItemTallyType[];
}

@ObjectType({ description: 'How much of the house has voted, without how.' })
export class Turnout {
  @Field(() => LegalModeEnum)
  legalMode: keyof typeof LegalModeEnum;

  @Field(() => Votes)
  total: Votes;

  @Field(() => Votes)
  participating: Votes;

  @Field(() => VerdictType)
  quorum: VerdictType;

  @Field(() => Int)
  ballots: number;
}

@ObjectType('Result', { description: 'What stood at T1: immutable, equal to a recount from the ballots.' })
export class ResultType {
  @Field(() => Date)
  countedAt: Date;

  @Field(() => TallyType)
  tally: TallyType;

  @Field(() => String, { description: 'SHA-256 over the counted ballots in canonical form, ordered by their ids.' })
  ballotsSha256: string;
}

export interface CountedItem {
  readonly id: string;
  readonly ruleSource: string | null;
}

export function turnoutType(
  reader: TallyReader,
  tally: Tally,
  ballots: number,
  legalMode: keyof typeof LegalModeEnum,
): Turnout {
  return {
    legalMode,
    total: votesOf(tally.total, tally.total),
    participating: votesOf(tally.participating, tally.total),
    quorum: verdictType(reader, tally.quorum, tally.total),
    ballots,
  };
}

export function tallyType(
  reader: TallyReader,
  tally: Tally,
  ballots: number,
  legalMode: keyof typeof LegalModeEnum,
  items: readonly CountedItem[],
): TallyType {
  const sources = new Map(items.map((item) => [item.id, item.ruleSource ?? '']));
  return {
    legalMode,
    total: votesOf(tally.total, tally.total),
    participating: votesOf(tally.participating, tally.total),
    quorum: verdictType(reader, tally.quorum, tally.total),
    ballots,
    items: tally.items.map((item) => ({
      agendaItemId: encodeId('AgendaItem', item.itemId),
      rule: item.rule,
      for: votesOf(item.for, tally.total),
      against: votesOf(item.against, tally.total),
      abstain: votesOf(item.abstain, tally.total),
      invalid: votesOf(item.invalid, tally.total),
      quorum: verdictType(reader, item.quorum, tally.total),
      decision: verdictType(reader, item.decision, tally.total),
      adopted: item.adopted,
      explanation: explainItem(item, tally, sources.get(item.itemId) ?? '', reader.locale),
    })),
  };
}
