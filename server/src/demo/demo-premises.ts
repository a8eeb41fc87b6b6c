import type { PremisesKind } from '../modules/registry/rules/premises-kinds.ts';
import { between, type DemoRandom } from './demo-chance.ts';
import type { DemoHousePlan } from './demo-district.ts';

export interface DemoPremises {
  readonly kind: PremisesKind;
  readonly number: string;
  readonly entrance: number | null;
  readonly floor: number;
  readonly areaHundredths: number;
}

const roman = ['I', 'II', 'III', 'IV', 'V', 'VI'];

/** All premises of a house: flats entrance by entrance, as they are numbered, then shops, parking places, store-rooms. */
export function demoPremises(random: DemoRandom, plan: DemoHousePlan): DemoPremises[] {
  const { entrances, storeys, flats, shops, parking, storerooms } = plan;
  // A ground floor of shops has no flats.
  const firstFloor = shops > 1 && flats.length > 3 ? 2 : 1;
  const all: DemoPremises[] = [];
  for (let entrance = 1; entrance <= entrances; entrance += 1) {
    // What stands above one another is nearly equal.
    const risers = flats.map((area) => area + between(random, -90, 90));
    for (let floor = firstFloor; floor <= storeys; floor += 1) {
      for (const area of risers) {
        const areaHundredths = area + between(random, 0, 3) * 10;
        all.push({ kind: 'FLAT', number: String(all.length + 1), entrance, floor, areaHundredths });
      }
    }
  }
  for (const number of roman.slice(0, shops)) {
    const areaHundredths = between(random, 5200, 19_800);
    all.push({ kind: 'NON_RESIDENTIAL', number, entrance: null, floor: 1, areaHundredths });
  }
  for (let at = 1; at <= parking; at += 1) {
    const areaHundredths = 1325 + between(random, 0, 8) * 25;
    all.push({ kind: 'PARKING', number: String(at), entrance: null, floor: -1, areaHundredths });
  }
  for (let at = 1; at <= storerooms; at += 1) {
    all.push({
      kind: 'STOREROOM',
      number: String(at),
      entrance: null,
      floor: -1,
      areaHundredths: between(random, 280, 640),
    });
  }
  return all;
}
