import type { Fraction } from '../../../../kernel/fraction.ts';
import type { KnownPerson, NamedOwner, SameNames } from './find-owner.ts';
import type { Grouped } from './joint-groups.ts';
import type { KnownPremises, StatedPremises } from './merge-premises.ts';
import type { PremisesRow } from './read-register-row.ts';
import type { Fault, Verdict } from './verdict.ts';

export interface JudgedOwnership {
  readonly owner: NamedOwner;
  readonly share: Fraction;
  readonly joint: boolean;
  readonly group: string | null;
  readonly titleKind: string | null;
  readonly titleNumber: string | null;
  readonly titleDate: string | null;
  /** As the row says it, YYYY-MM-DD, and the moment from which it counts. */
  readonly since: string | null;
  readonly sinceMoment: number;
}

export interface JudgedRow extends StatedPremises {
  /** What is wrong with it beyond its premises: a SNILS that another row gives to somebody else. */
  readonly faults: readonly Fault[];
  readonly ownership: JudgedOwnership | null;
}

export interface OwnerRow extends Grouped {
  readonly ownership: JudgedOwnership;
}

export interface KnownOwnership {
  readonly id: string;
  readonly share: Fraction;
  readonly titleKind: string | null;
  readonly titleNumber: string | null;
  readonly titleDate: string | null;
  readonly sinceDay: string;
  readonly since: number;
  readonly until: number | null;
  readonly holders: readonly KnownPerson[];
}

export interface KnownEntry extends KnownPremises {
  readonly id: string;
  readonly ownerships: readonly KnownOwnership[];
}

export interface PremisesCase {
  readonly rows: readonly [JudgedRow, ...JudgedRow[]];
  /** Another row of these premises could not be read at all. */
  readonly hasUnreadRow: boolean;
  readonly known: KnownEntry | null;
  /** Who of the register has this number. */
  readonly byNumber: (personKey: string) => KnownPerson | null;
  readonly sameNames: SameNames;
}

export interface RowVerdict {
  readonly rowNumber: number;
  readonly verdict: Verdict;
  readonly faults: readonly Fault[];
  /** Of the register; null for somebody new, or nobody. */
  readonly personId: string | null;
  /** The ownership of the register that this row repeats. */
  readonly ownershipId: string | null;
  /** The row with which the new ownership begins that this row is part of. */
  readonly ownershipRow: number | null;
  readonly fillsTitle: boolean;
}

export interface JudgedPremises {
  /** All that the rows together say of the premises. */
  readonly premises: PremisesRow;
  readonly changesPremises: boolean;
  readonly rows: readonly RowVerdict[];
}

/** Why rows are refused, by their numbers; a row may have several reasons. */
export class Faults {
  readonly #byRow = new Map<number, Fault[]>();

  constructor(known: ReadonlyMap<number, readonly Fault[]>) {
    for (const [row, faults] of known) this.#byRow.set(row, [...faults]);
  }

  blame(row: number, one: Fault): void {
    this.#byRow.set(row, [...this.of(row), one]);
  }

  has(row: number): boolean {
    return this.#byRow.has(row);
  }

  of(row: number): readonly Fault[] {
    return this.#byRow.get(row) ?? [];
  }
}
