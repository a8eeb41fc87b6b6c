/** The same address again is the same house (order of the Ministry of Construction on the register of houses, ФИАС). */
import type { ImportField } from './import-field.ts';
import type { HouseRow } from './read-house-row.ts';
import { fault, type Fault, type Verdict } from './verdict.ts';

export interface KnownHouse {
  readonly id: string;
  readonly fiasId: string | null;
  readonly cadastralNumber: string | null;
  readonly storeys: number | null;
  readonly entrances: number | null;
  readonly yearBuilt: number | null;
  readonly wallMaterial: string | null;
  readonly series: string | null;
}

/** What identifies a house is never overwritten by an import; what describes it is. */
const identity: readonly (readonly [keyof KnownHouse & keyof HouseRow, ImportField])[] = [
  ['fiasId', 'FIAS_ID'],
  ['cadastralNumber', 'CADASTRAL_NUMBER'],
];
export const described = ['storeys', 'entrances', 'yearBuilt', 'wallMaterial', 'series'] as const;

export interface HouseVerdict {
  readonly verdict: Verdict;
  readonly faults: readonly Fault[];
  readonly houseId: string | null;
}

/** `byAddress` stands at this address, `byFias` has this row's ФИАС id. An empty cell says nothing. */
export function judgeHouse(row: HouseRow, byAddress: KnownHouse | null, byFias: KnownHouse | null): HouseVerdict {
  const faults: Fault[] = [];
  if (byFias && byFias.id !== byAddress?.id) faults.push(fault('FIAS_ID', 'FIAS_TAKEN'));
  if (!byAddress) return { verdict: faults.length > 0 ? 'REFUSED' : 'NEW', faults, houseId: null };
  for (const [name, field] of identity) {
    const known = byAddress[name];
    if (row[name] !== null && known !== null && row[name] !== known) {
      faults.push(fault(field, 'DIFFERS_FROM_REGISTER', { register: known }));
    }
  }
  if (faults.length > 0) return { verdict: 'REFUSED', faults, houseId: null };
  const changes = [...identity.map(([name]) => name), ...described].some(
    (name) => row[name] !== null && row[name] !== byAddress[name],
  );
  return { verdict: changes ? 'CHANGED' : 'SAME', faults, houseId: byAddress.id };
}
