/** Chance that a seed repeats: the same number, the same case. */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** From 0 up to, but without, 1 (mulberry32). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  between(least: number, most: number): number {
    return least + this.next() * (most - least);
  }

  whole(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  is(probability: number): boolean {
    return this.next() < probability;
  }

  of<Value>(values: readonly Value[]): Value {
    const value = values[this.whole(0, values.length - 1)];
    if (value === undefined) throw new RangeError('there is nothing to choose from');
    return value;
  }

  /** One of several, each as likely as its weight says. */
  weighed<Value>(choices: readonly (readonly [number, Value])[]): Value {
    let left = this.next() * choices.reduce((all, [weight]) => all + weight, 0);
    for (const [weight, value] of choices) {
      left -= weight;
      if (left < 0) return value;
    }
    throw new RangeError('there is nothing to choose from');
  }

  some<Value>(values: readonly Value[], least: number, most: number): Value[] {
    const left = [...values];
    const taken: Value[] = [];
    for (let wanted = this.whole(least, most); wanted > 0 && left.length > 0; wanted -= 1) {
      taken.push(...left.splice(this.whole(0, left.length - 1), 1));
    }
    return taken;
  }
}
