/** Each item is counted by itself under its own rule, and nothing is adopted without its quorum (art. 45 p. 3, art. 46 p. 1). */
import { Fraction } from '../../../kernel/fraction.ts';
import { fromUnits } from './ballot-weight.ts';
import { judge } from './clause.ts';
import type { Measures } from './clause.ts';
import { houseQuorum, quorumOf } from './quorum.ts';
import { sumSheets } from './sheet-sums.ts';
import type { CountedSheet, SheetSums } from './sheet-sums.ts';
import type { ItemTally, Tally, TallyBasis, TallyItem } from './tally-result.ts';
import { thresholdOf } from './threshold.ts';

export type { Clause, Verdict } from './clause.ts';
export type { CountedSheet } from './sheet-sums.ts';
export type { ItemTally, Tally, TallyBasis, TallyItem } from './tally-result.ts';
export type { Rule } from './threshold.ts';

export function tally(basis: TallyBasis, items: readonly TallyItem[], sheets: Iterable<CountedSheet>): Tally {
  const votes = (units: bigint): Fraction => fromUnits(units, basis.commonUnit);
  const all = [...sheets];
  const house = sumSheets(items.length, all);
  const byEntrance = new Map<number, SheetSums>();
  for (const { entrance } of items) {
    if (entrance === null || byEntrance.has(entrance)) continue;
    byEntrance.set(
      entrance,
      sumSheets(
        items.length,
        all.filter((sheet) => sheet.entrance === entrance),
      ),
    );
  }
  const hasSeveralEntrances = basis.totalByEntrance.size > 1;
  const [total, participating] = [votes(basis.total), votes(house.participating)];

  const zero = Fraction.zero;
  const houseMeasures: Measures = {
    total,
    participating,
    for: zero,
    entranceTotal: zero,
    entranceParticipating: zero,
    entranceFor: zero,
  };
  // An entrance nobody knows has no votes, and of no votes nothing is ever more than half: such an item is not adopted.
  const entranceMeasures = (entrance: number, index: number) => ({
    entranceTotal: votes(basis.totalByEntrance.get(entrance) ?? 0n),
    entranceParticipating: votes(byEntrance.get(entrance)?.participating ?? 0n),
    entranceFor: votes(byEntrance.get(entrance)?.items[index]?.FOR ?? 0n),
  });

  const countItem = ({ id, rule, entrance }: TallyItem, index: number): ItemTally => {
    const sums = house.items[index];
    const measures: Measures = {
      ...houseMeasures,
      for: votes(sums?.FOR ?? 0n),
      ...(entrance === null ? {} : entranceMeasures(entrance, index)),
    };
    const quorum = judge(quorumOf(rule, hasSeveralEntrances), measures);
    const threshold = judge(thresholdOf(rule, hasSeveralEntrances), measures);
    const adopted = quorum.met && threshold.met;
    return {
      itemId: id,
      rule,
      for: measures.for,
      against: votes(sums?.AGAINST ?? 0n),
      abstain: votes(sums?.ABSTAIN ?? 0n),
      invalid: votes(sums?.INVALID ?? 0n),
      quorum,
      decision: { met: adopted, clauses: threshold.clauses },
      adopted,
    };
  };

  return { total, participating, quorum: judge(houseQuorum, houseMeasures), items: items.map(countItem) };
}
