import { Fraction } from '../../kernel/fraction.ts';
import type { Clause, ItemTally, Tally, Verdict } from './rules/tally.ts';

/** A tally with its fractions as text, for keeping. */
export type TallyJson = Record<string, unknown>;

export function tallyToJson(tally: Tally): TallyJson {
  return JSON.parse(
    JSON.stringify(tally, (_key, value: unknown) => (value instanceof Fraction ? value.toString() : value)),
  ) as TallyJson;
}

type Stored<Value> = Value extends Fraction
  ? string
  : Value extends readonly (infer Item)[]
    ? readonly Stored<Item>[]
    : Value extends object
      ? { readonly [Key in keyof Value]: Stored<Value[Key]> }
      : Value;

const clauseOf = (stored: Stored<Clause>): Clause => ({
  ...stored,
  have: Fraction.parse(stored.have),
  base: Fraction.parse(stored.base),
  threshold: Fraction.parse(stored.threshold),
  needed: Fraction.parse(stored.needed),
  shortfall: Fraction.parse(stored.shortfall),
});
const verdictOf = (stored: Stored<Verdict>): Verdict => ({ met: stored.met, clauses: stored.clauses.map(clauseOf) });
const itemOf = (stored: Stored<ItemTally>): ItemTally => ({
  itemId: stored.itemId,
  rule: stored.rule,
  adopted: stored.adopted,
  for: Fraction.parse(stored.for),
  against: Fraction.parse(stored.against),
  abstain: Fraction.parse(stored.abstain),
  invalid: Fraction.parse(stored.invalid),
  quorum: verdictOf(stored.quorum),
  decision: verdictOf(stored.decision),
});

export function tallyFromJson(json: TallyJson): Tally {
  const stored = json as unknown as Stored<Tally>;
  return {
    total: Fraction.parse(stored.total),
    participating: Fraction.parse(stored.participating),
    quorum: verdictOf(stored.quorum),
    items: stored.items.map(itemOf),
  };
}
