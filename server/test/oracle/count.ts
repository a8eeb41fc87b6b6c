import type { Mark, ScenarioItemOutcome, ScenarioOutcome } from '../../scripts/scenarios/scenario.ts';
import { compare, nothing, product, ratio, sum, writeRatio, type Ratio } from './ratio.ts';

/** Which rule each point falls under (art. 44 p. 2 with art. 46 p. 1; art. 36 p. 3 for the last). */
const rules: Readonly<Record<string, string>> = {
  '1': 'T23',
  '1.1': 'A50',
  '1.1-1': 'T23',
  '1.2': 'T23',
  '1.3': 'T23',
  '2': 'T23',
  '2.1': 'S',
  '3.1': 'T23',
  '3.2': 'S',
  '3.3': 'S',
  '3.4': 'S',
  '3.5': 'S',
  '3.8': 'T23',
  '4': 'A50',
  '4.1': 'S',
  '4.2': 'A50',
  '4.3': 'T23',
  '4.4': 'S',
  '4.5': 'X45',
  '4.7': 'A50',
  '5': 'S',
  '36.3': 'U',
};
export const knownCodes = Object.keys(rules);

export interface CountedBallot {
  readonly votes: Ratio;
  readonly entrance: number | null;
  /** The boxes marked, item by item. */
  readonly answers: readonly (readonly Mark[])[];
}

export interface HouseVotes {
  readonly total: Ratio;
  readonly byEntrance: ReadonlyMap<number, Ratio>;
}

const isMoreThan = (part: Ratio, whole: Ratio, top: number, bottom: number): boolean =>
  compare(part, product(whole, ratio(top, bottom))) > 0n;
const isAtLeast = (part: Ratio, whole: Ratio, top: number, bottom: number): boolean =>
  compare(part, product(whole, ratio(top, bottom))) >= 0n;

export function count(
  house: HouseVotes,
  agenda: readonly { readonly code: string; readonly entrance: number | null }[],
  ballots: readonly CountedBallot[],
): ScenarioOutcome {
  const participating = sum(ballots.map(({ votes }) => votes));
  return {
    total: writeRatio(house.total),
    participating: writeRatio(participating),
    quorum: isMoreThan(participating, house.total, 1, 2),
    items: agenda.map((item, at) => countItem(house, item, at, ballots, participating)),
  };
}

function countItem(
  { total, byEntrance }: HouseVotes,
  { code, entrance }: { readonly code: string; readonly entrance: number | null },
  at: number,
  ballots: readonly CountedBallot[],
  participating: Ratio,
): ScenarioItemOutcome {
  const rule = rules[code] ?? 'unknown';
  // Exactly one box is an answer; none, or several, is not (art. 48 p. 6).
  const saying = (mark: Mark | null, among = ballots): Ratio =>
    sum(
      among
        .filter(({ answers }) => {
          const boxes = new Set(answers[at] ?? []);
          return mark === null ? boxes.size !== 1 : boxes.size === 1 && boxes.has(mark);
        })
        .map(({ votes }) => votes),
    );
  const inFavour = saying('FOR');
  let quorum = isMoreThan(participating, total, 1, 2);
  let enough = false;
  if (rule === 'S') enough = isMoreThan(inFavour, participating, 1, 2);
  if (rule === 'A50') enough = isMoreThan(inFavour, total, 1, 2);
  if (rule === 'T23') enough = isAtLeast(inFavour, total, 2, 3);
  if (rule === 'U') enough = compare(inFavour, total) === 0n;
  if (rule === 'X45') {
    enough = isMoreThan(inFavour, participating, 1, 2);
    if (byEntrance.size > 1) {
      const there = ballots.filter((ballot) => ballot.entrance === entrance);
      const ofEntrance = byEntrance.get(entrance ?? 0) ?? nothing;
      quorum &&= isMoreThan(sum(there.map(({ votes }) => votes)), ofEntrance, 2, 3);
      enough &&= isMoreThan(saying('FOR', there), ofEntrance, 1, 2);
    } else {
      quorum = isMoreThan(participating, total, 2, 3);
    }
  }
  return {
    rule,
    for: writeRatio(inFavour),
    against: writeRatio(saying('AGAINST')),
    abstain: writeRatio(saying('ABSTAIN')),
    invalid: writeRatio(saying(null)),
    quorum,
    adopted: quorum && enough,
  };
}
