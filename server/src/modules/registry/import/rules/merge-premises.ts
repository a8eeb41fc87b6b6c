/** Several rows may name one premises, one for each owner; what they say of the premises must not contradict itself. */
import type { ImportField } from './import-field.ts';
import type { PremisesRow } from './read-register-row.ts';
import { fault, type Fault } from './verdict.ts';

export interface KnownPremises {
  readonly entrance: number | null;
  readonly floor: number | null;
  readonly areaHundredths: bigint;
  readonly cadastralNumber: string | null;
}

export interface StatedPremises {
  readonly rowNumber: number;
  readonly premises: PremisesRow;
}

const stated = [
  ['areaHundredths', 'AREA'],
  ['entrance', 'ENTRANCE'],
  ['floor', 'FLOOR'],
  ['cadastralNumber', 'CADASTRAL_NUMBER'],
] as const satisfies readonly (readonly [keyof PremisesRow, ImportField])[];

export interface MergedPremises {
  readonly premises: PremisesRow;
  /** By the number of the row. */
  readonly faults: ReadonlyMap<number, readonly Fault[]>;
  /** Rows that say of known premises what the register does not say, or says otherwise and may be told. */
  readonly changing: ReadonlySet<number>;
}

function inMetres(area: bigint): string {
  return `${area / 100n}.${String(area % 100n).padStart(2, '0')}`;
}

/** The area of known premises is corrected by a command of its own, with its paper and its date; never by an import. */
export function mergePremises(
  rows: readonly [StatedPremises, ...StatedPremises[]],
  known: KnownPremises | null,
): MergedPremises {
  const [faults, changing] = [new Map<number, Fault[]>(), new Set<number>()];
  const blame = (rowNumber: number, one: Fault): void =>
    void faults.set(rowNumber, [...(faults.get(rowNumber) ?? []), one]);
  const merged: { -readonly [Key in keyof PremisesRow]: PremisesRow[Key] } = { ...rows[0].premises };
  for (const [name, field] of stated) {
    const first = rows.find(({ premises }) => premises[name] !== null);
    Object.assign(merged, { [name]: first?.premises[name] ?? null });
    for (const { rowNumber, premises } of rows) {
      if (premises[name] === null) continue;
      if (first && premises[name] !== first.premises[name])
        blame(rowNumber, fault(field, 'PREMISES_DIFFER', { row: first.rowNumber }));
      else if (known && premises[name] !== known[name]) {
        const fixed = name === 'areaHundredths' || (name === 'cadastralNumber' && known.cadastralNumber !== null);
        if (!fixed) changing.add(rowNumber);
        else {
          const register = name === 'areaHundredths' ? inMetres(known.areaHundredths) : (known.cadastralNumber ?? '');
          blame(rowNumber, fault(field, 'DIFFERS_FROM_REGISTER', { register }));
        }
      }
    }
  }
  if (!known && merged.areaHundredths === null)
    for (const { rowNumber } of rows) blame(rowNumber, fault('AREA', 'AREA_MISSING'));
  return { premises: merged, faults, changing };
}
