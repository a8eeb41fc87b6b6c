import type { Scenario, ScenarioAssembly, ScenarioEvent, ScenarioHouse } from '../../scripts/scenarios/scenario.ts';
import { Chance } from './chance.ts';
import { knownCodes } from './count.ts';
import { moscow } from './moscow-time.ts';
import { Oracle } from './oracle.ts';
import { RandomEvents } from './random-events.ts';
import { randomHouse } from './random-house.ts';

const hour = 3_600_000;
const day = 24 * hour;

/** A random house, a random vote in it, and what the oracle makes of it. The same seed is the same scenario. */
export function randomScenario(seed: number): Scenario {
  const chance = new Chance(seed);
  const timeline = randomTimeline(chance);
  const moments = randomMoments(chance, timeline);
  const house = randomHouse(chance, moments.map(moscow));
  const frame = {
    name: `Random case ${String(seed)}`,
    why: 'Nobody chose it.',
    house,
    assembly: { ...timeline, agenda: randomAgenda(chance, house) },
  };
  const oracle = new Oracle(frame);
  const random = new RandomEvents(chance, frame, oracle, moments);
  const events: ScenarioEvent[] = [];
  for (const at of moments) {
    const event = random.at(at);
    if (event !== null) events.push({ ...event, expect: oracle.apply(event) });
  }
  return { ...frame, events, expected: oracle.outcome() };
}

type Timeline = Omit<ScenarioAssembly, 'agenda'>;

/** Lawful, and often at the very border of it. */
function randomTimeline(chance: Chance): Timeline {
  const notice = Date.parse('2026-03-02T10:00:00+03:00') + chance.whole(0, 200) * hour;
  const opens = notice + 10 * day + chance.of([0, 0, 1000, chance.whole(1, 100) * hour]);
  const closes =
    opens + chance.of([7 * day, 7 * day + 1, chance.whole(8, 30) * day + chance.whole(0, 20) * hour, 60 * day]);
  const paper = chance.of([null, null, null, null, null, null, closes, closes - hour, opens, opens + day]);
  return {
    form: 'SYSTEM',
    noticeAt: moscow(notice),
    opensAt: moscow(opens),
    closesAt: moscow(closes),
    paperAcceptedUntil: paper === null ? null : moscow(paper),
  };
}

/** When something happens: at random moments, and at and beside every border. In order; a moment may stand twice. */
function randomMoments(chance: Chance, { noticeAt, opensAt, closesAt, paperAcceptedUntil }: Timeline): number[] {
  const [notice, opens, closes] = [Date.parse(noticeAt), Date.parse(opensAt), Date.parse(closesAt)];
  const paper = paperAcceptedUntil === null ? closes - 2 * day : Date.parse(paperAcceptedUntil);
  const borders = [
    ...[-1000, -1, 0, 1, 1000].map((beside) => opens + beside),
    ...[-1, 0, 1, 999, 1000].map((beside) => paper + beside),
    ...[-1000, -1, 0, 1, 9_999].map((beside) => closes + beside),
    closes + hour,
  ];
  const within = (from: number, to: number): number => chance.whole(from + 1, to - 1);
  const moments = [
    ...chance.some(borders, 3, 10),
    ...Array.from({ length: chance.whole(0, 3) }, () => within(notice, opens)),
    ...Array.from({ length: chance.whole(8, 24) }, () => within(opens, closes)),
    ...Array.from({ length: chance.whole(0, 2) }, () => within(paper, closes)),
  ];
  const again = chance.some(moments, 0, 4);
  return [...moments, ...again].filter((moment) => moment > notice).toSorted((one, other) => one - other);
}

function randomAgenda(chance: Chance, { premises }: ScenarioHouse): ScenarioAssembly['agenda'] {
  const codes = ['4.1', '4', '2', '36.3', '4.5', '4.5', chance.of(knownCodes)];
  return Array.from({ length: chance.whole(1, 5) }, () => {
    const code = chance.of(codes);
    if (code !== '4.5') return { code, entrance: null, premises: null };
    const target = chance.of(premises);
    return { code, entrance: target.entrance ?? 1, premises: target.number };
  });
}
