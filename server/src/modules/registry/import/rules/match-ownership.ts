/** An ownership is the same one again when the same people hold the same share under the same title. */
import type { KnownOwnership, OwnerRow } from './premises-case.ts';

/** A title that one side does not know contradicts nothing. */
function titlesAgree(one: string | null, other: string | null): boolean {
  return one === null || other === null || one === other;
}

/** The ownership of the register that these rows repeat; people by the number of their row. */
export function matchOwnership(
  rows: readonly OwnerRow[],
  people: ReadonlyMap<number, string | null>,
  known: readonly KnownOwnership[],
): KnownOwnership | null {
  const ids = rows.map(({ rowNumber }) => people.get(rowNumber) ?? null);
  const [first] = rows;
  if (!first || ids.includes(null)) return null;
  const fitting = known.filter(
    ({ share, holders, titleNumber }) =>
      share.equals(first.share) &&
      holders.length === ids.length &&
      holders.every(({ personId }) => ids.includes(personId)) &&
      rows.every((row) => titlesAgree(titleNumber, row.titleNumber)),
  );
  const exact = fitting.find(({ titleNumber }) => titleNumber !== null && titleNumber === first.titleNumber);
  return exact ?? fitting[0] ?? null;
}

/** An earlier row that enters the same ownership: one person twice in a joint share, or with one share under one title. */
export function earlierTwin(row: OwnerRow, group: readonly OwnerRow[], earlier: readonly OwnerRow[]): OwnerRow | null {
  const twin = earlier.find(
    (other) =>
      other.ownership.owner.personKey === row.ownership.owner.personKey &&
      (group.includes(other) || (other.share.equals(row.share) && titlesAgree(other.titleNumber, row.titleNumber))),
  );
  return twin ?? null;
}
