export type DemoRandom = () => number;

/** A small generator that always says the same for the same seed (mulberry32). */
export function seededRandom(seed: number): DemoRandom {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function pick<Item>(random: DemoRandom, items: readonly Item[]): Item {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}

/** One of the words, each as likely as its number says. */
export function pickWeighted<Word extends string>(random: DemoRandom, weights: Readonly<Record<Word, number>>): Word {
  const all = Object.entries<number>(weights) as [Word, number][];
  let left = random() * all.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [word, weight] of all) {
    left -= weight;
    if (left < 0) return word;
  }
  return pick(random, all)[0];
}

/** A whole number from `from` to `to`, both included. */
export function between(random: DemoRandom, from: number, to: number): number {
  return from + Math.floor(random() * (to - from + 1));
}

export function shuffled<Item>(random: DemoRandom, items: readonly Item[]): Item[] {
  return items
    .map((item) => ({ item, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
