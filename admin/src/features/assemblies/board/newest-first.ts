export interface Numbered {
  readonly id: string;
  /** Of its last change: what changed comes again with a new one. */
  readonly sequence: number;
}

/** Puts what came before what was there, each thing once and in its newest form; the list grows no longer than `longest`. */
export function withNewest<Thing extends Numbered>(
  before: readonly Thing[],
  came: readonly Thing[],
  longest: number,
): readonly Thing[] {
  const byId = new Map(before.map((thing) => [thing.id, thing]));
  for (const thing of came) {
    const known = byId.get(thing.id);
    if (!known || known.sequence <= thing.sequence) byId.set(thing.id, thing);
  }
  return [...byId.values()].toSorted((one, other) => other.sequence - one.sequence).slice(0, longest);
}
