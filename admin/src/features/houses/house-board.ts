interface Placed {
  readonly entrance?: number | null;
  readonly floor?: number | null;
}

export interface BoardEntrance<Premises> {
  /** null: it is not known, or there is none. */
  readonly entrance: number | null;
  readonly floors: readonly { readonly floor: number | null; readonly premises: readonly Premises[] }[];
}

function grouped<Thing>(things: readonly Thing[], keyOf: (thing: Thing) => number | null): Map<number | null, Thing[]> {
  const groups = new Map<number | null, Thing[]>();
  for (const thing of things) groups.set(keyOf(thing), [...(groups.get(keyOf(thing)) ?? []), thing]);
  return groups;
}

/** The house as one stands before it: entrances side by side, the highest floor on top; what has no place comes last. */
export function arrange<Premises extends Placed>(all: readonly Premises[]): BoardEntrance<Premises>[] {
  const last = Number.POSITIVE_INFINITY;
  return [...grouped(all, ({ entrance }) => entrance ?? null)]
    .toSorted(([a], [b]) => (a ?? last) - (b ?? last))
    .map(([entrance, within]) => ({
      entrance,
      floors: [...grouped(within, ({ floor }) => floor ?? null)]
        .toSorted(([a], [b]) => (b ?? -last) - (a ?? -last))
        .map(([floor, premises]) => ({ floor, premises })),
    }));
}

/** Where an arrow leads from one of the rows of a board; null when there is nothing that way. */
export function neighbour(
  rows: readonly number[],
  [row, at]: readonly [number, number],
  key: string,
): readonly [number, number] | null {
  const within = (to: number, place: number): readonly [number, number] | null => {
    const length = rows[to];
    return length === undefined || place < 0 ? null : [to, Math.min(place, length - 1)];
  };
  if (key === 'ArrowLeft') return within(row, at - 1);
  if (key === 'ArrowRight') return at + 1 < (rows[row] ?? 0) ? [row, at + 1] : null;
  if (key === 'ArrowUp') return within(row - 1, at);
  if (key === 'ArrowDown') return within(row + 1, at);
  if (key === 'Home') return within(row, 0);
  return key === 'End' ? within(row, (rows[row] ?? 1) - 1) : null;
}
