import { between, pick, seededRandom } from './demo-chance.ts';

/** How a house of one series is laid out; areas in hundredths of m², one for each flat of a floor. */
interface Series {
  readonly series: string;
  readonly wallMaterial: string;
  readonly years: readonly [number, number];
  readonly entrances: number;
  readonly storeys: number;
  readonly flats: readonly number[];
  readonly shops: number;
  readonly parking: number;
  readonly storerooms: number;
  /** How many flats of a hundred the city still owns. */
  readonly cityPercent: number;
}

const row = { entrances: 4, shops: 1, parking: 0, storerooms: 0 } as const;
const allSeries = {
  brick: {
    ...row,
    series: 'II-04',
    wallMaterial: 'кирпич',
    years: [1951, 1957],
    entrances: 3,
    storeys: 5,
    flats: [7810, 5640, 9230],
    shops: 3,
    cityPercent: 6,
  },
  low: {
    ...row,
    series: 'I-515',
    wallMaterial: 'панель',
    years: [1961, 1969],
    storeys: 5,
    flats: [3060, 4410, 4230, 5620],
    cityPercent: 9,
  },
  middle: {
    ...row,
    series: 'II-49',
    wallMaterial: 'панель',
    years: [1971, 1987],
    storeys: 9,
    flats: [3310, 5240, 6480, 4450],
    cityPercent: 7,
  },
  tower: {
    ...row,
    series: 'П-44Т',
    wallMaterial: 'панель',
    years: [1994, 2006],
    entrances: 2,
    storeys: 17,
    flats: [3870, 5830, 7720, 3870],
    shops: 2,
    parking: 24,
    cityPercent: 3,
  },
  modern: {
    ...row,
    series: 'индивидуальный проект',
    wallMaterial: 'монолит',
    years: [2012, 2021],
    entrances: 4,
    storeys: 22,
    flats: [2850, 3940, 6120, 8470, 5480, 3210],
    shops: 6,
    parking: 128,
    storerooms: 36,
    cityPercent: 1,
  },
} as const satisfies Record<string, Series>;

/** Who manages: the index of an organisation of the demo. */
export type OrganisationIndex = 0 | 1 | 2;

export interface DemoHousePlan extends Series {
  /** From 1: part of the logins of its owners. */
  readonly at: number;
  readonly street: string;
  readonly number: string;
  readonly yearBuilt: number;
  readonly managedBy: OrganisationIndex;
}

const streets: readonly (readonly [string, readonly (keyof typeof allSeries)[]])[] = [
  ['улица Вечевая', ['modern', 'tower', 'tower', 'middle', 'middle', 'middle', 'middle', 'tower']],
  ['улица Новгородская', ['middle', 'middle', 'middle', 'middle', 'middle', 'tower', 'tower', 'middle']],
  ['улица Посадская', ['low', 'low', 'low', 'low', 'low', 'low', 'low', 'low', 'middle', 'middle']],
  ['проезд Садовый', ['brick', 'brick', 'brick', 'low', 'low', 'low', 'low']],
  ['Ярославов переулок', ['modern', 'brick', 'tower', 'tower', 'middle', 'middle', 'middle']],
];

/** Forty houses on five streets: some six thousand premises. */
export function demoDistrict(): DemoHousePlan[] {
  const random = seededRandom(40);
  const plans: DemoHousePlan[] = [];
  for (const [street, houses] of streets) {
    for (const [at, name] of houses.entries()) {
      const series: Series = allSeries[name];
      plans.push({
        ...series,
        at: plans.length + 1,
        street,
        number: String(at * 2 + 1),
        yearBuilt: between(random, ...series.years),
        managedBy: plans.length === 0 ? 0 : pick(random, [0, 0, 0, 1, 1]),
      });
    }
  }
  // One house manages itself.
  return plans.map((plan) =>
    plan.street === 'улица Вечевая' && plan.number === '3' ? { ...plan, managedBy: 2 } : plan,
  );
}
