import { Buffer } from 'node:buffer';

/**
 * Hundreds of thousands of short texts in one piece of memory, outside of the heap: as strings they would weigh several
 * times as much, and each would keep the chunk of the file alive that it was cut from.
 */
export class TextStore {
  #bytes = Buffer.allocUnsafeSlow(64 * 1024);
  #ends = new Uint32Array(1024);
  #count = 0;

  get size(): number {
    return this.#count === 0 ? 0 : (this.#ends[this.#count - 1] ?? 0);
  }

  add(text: string): void {
    const from = this.size;
    // A sign of JavaScript takes at most three bytes.
    if (from + text.length * 3 > this.#bytes.length) {
      const larger = Buffer.allocUnsafeSlow(Math.max(this.#bytes.length * 2, from + text.length * 3));
      this.#bytes.copy(larger, 0, 0, from);
      this.#bytes = larger;
    }
    if (this.#count === this.#ends.length) {
      const longer = new Uint32Array(this.#ends.length * 2);
      longer.set(this.#ends);
      this.#ends = longer;
    }
    this.#ends[this.#count] = from + this.#bytes.write(text, from, 'utf8');
    this.#count += 1;
  }

  /** Empty for a place that nothing was put at. */
  at(place: number): string {
    if (!Number.isSafeInteger(place) || place < 0 || place >= this.#count) return '';
    return this.#bytes.toString('utf8', place === 0 ? 0 : this.#ends[place - 1], this.#ends[place]);
  }
}
