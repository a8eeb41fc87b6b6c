import {
  annualThemes,
  announcedTheme,
  draftTheme,
  endingTheme,
  otherThemes,
  votingTheme,
  type DemoTheme,
} from './demo-agendas.ts';
import type { DemoKeeper, PlannedAssembly } from './demo-assembly.ts';
import { between, pick, pickWeighted, shuffled, type DemoRandom } from './demo-chance.ts';

const hour = 3_600_000;
const day = 24 * hour;
const lasts = 14 * day;

/** A house of the demo as its assemblies need it. */
export interface DemoHouse {
  readonly houseId: string;
  readonly keeper: DemoKeeper;
  readonly premises: number;
}

/** The edition of art. 44 that the library knows is in force from here on. */
const lawSince = Date.parse('2024-09-02T00:00:00+03:00');

/** From when the demo has something to tell. */
export function demoBegin(now: number): number {
  return Math.max(now - 730 * day, lawSince);
}

function atTen(moment: number): number {
  return Math.floor((moment + 3 * hour) / day) * day + 7 * hour;
}

/** The full hour at which people are awake, from nine to nine in Moscow, that is nearest. */
function byDay(moment: number): number {
  const [midnight, nine] = [atTen(moment) - 10 * hour, 9 * hour];
  const sinceMidnight = Math.round((moment - midnight) / hour) * hour;
  if (sinceMidnight < nine) return midnight + (sinceMidnight < 3 * hour ? nine - 12 * hour : nine);
  return midnight + Math.min(sinceMidnight, 21 * hour);
}

type Mood = 'LIVELY' | 'MIDDLING' | 'QUIET';

/** Some houses are of one mind, some divided, and in some hardly anybody answers. */
function pollOf(random: DemoRandom, theme: DemoTheme, online: number): PlannedAssembly['poll'] {
  const mood = pickWeighted<Mood>(random, { LIVELY: 55, MIDDLING: 27, QUIET: 18 });
  const turnouts: Readonly<Record<Mood, readonly [number, number]>> = {
    LIVELY: [76, 90],
    MIDDLING: [57, 68],
    QUIET: [24, 42],
  };
  const favour = theme.agenda.map(() => between(random, 42, 96) / 100);
  return { turnout: between(random, ...turnouts[mood]) / 100, online, favour };
}

/** Two years in which every house has its annual assembly, and some decide more. */
export function pastAssemblies(random: DemoRandom, houses: readonly DemoHouse[], now: number): PlannedAssembly[] {
  const [from, to] = [demoBegin(now) + 30 * day, now - 45 * day];
  const planned: PlannedAssembly[] = [];
  for (const { houseId, keeper } of houses) {
    const themes = [annualThemes[0], annualThemes[1], ...(random() < 0.35 ? [pick(random, otherThemes)] : [])];
    const slot = (to - from - lasts) / themes.length;
    for (const [at, theme] of themes.entries()) {
      if (theme === undefined) continue;
      const opensAt = atTen(from + (at + random() * 0.7) * slot);
      // Every year more people vote electronically.
      const online = 0.45 + (0.45 * (opensAt - from)) / (to - from);
      const poll = pollOf(random, theme, online);
      planned.push({ houseId, keeper, theme, opensAt, closesAt: opensAt + lasts, poll, goal: 'CLOSED' });
    }
  }
  return planned;
}

/** What goes on today: one assembly in every state, two of them voting; the largest house has just half its votes in. */
export function presentAssemblies(
  random: DemoRandom,
  houses: readonly DemoHouse[],
  now: number,
  except: ReadonlySet<string>,
): PlannedAssembly[] {
  const bySize = houses.toSorted((a, b) => b.premises - a.premises);
  const [largest, ...others] = bySize;
  const [ending, counted, cancelled, announced, draft] = shuffled(random, others.slice(0, others.length / 2));
  if (!largest || !ending || !counted || !cancelled || !announced || !draft) throw new Error('too few houses');
  const common = ({ houseId, keeper }: DemoHouse, theme: DemoTheme, opensAt: number) => ({
    houseId,
    keeper,
    theme,
    opensAt,
    closesAt: opensAt + lasts,
    poll: pollOf(random, theme, 0.8),
  });
  const lively = (turnout: number, favour: readonly number[]): PlannedAssembly['poll'] => ({
    turnout,
    online: 0.85,
    favour,
    except,
  });
  const [barrier] = otherThemes;
  if (!barrier) throw new Error('nothing to decide');
  return [
    {
      ...common(largest, votingTheme, atTen(now - 8 * day)),
      goal: 'VOTING',
      liveCounts: 'RUNNING_COUNT',
      poll: lively(0.72, [0.86, 0.74, 0.9, 0.58, 0.47]),
    },
    {
      ...common(ending, endingTheme, byDay(now + day) - lasts),
      goal: 'VOTING',
      liveCounts: 'RUNNING_COUNT',
      poll: lively(0.8, [0.9, 0.55, 0.8]),
    },
    { ...common(counted, barrier, atTen(now - 17 * day)), poll: lively(0.88, [0.84, 0.8, 0.5]), goal: 'CLOSED' },
    { ...common(cancelled, barrier, atTen(now + 1 * day)), goal: 'CANCELLED' },
    { ...common(announced, announcedTheme, atTen(now + 9 * day)), goal: 'ANNOUNCED' },
    { ...common(draft, draftTheme, atTen(now + 26 * day)), goal: 'DRAFT' },
  ];
}
