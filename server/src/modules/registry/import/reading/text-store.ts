import { Buffer } from 'node:buffer';

const segmentBytes = 2 ** 20;

/**
 * Hundreds of thousands of short texts outside of the heap: as strings they would weigh several times as much, and each
 * would keep the chunk of the file alive that it was cut from. In segments, so that growing copies nothing.
 */
export class TextStore {
  readonly #segments: Buffer[] = [];
  /** Where each text lies: its segment, its first byte and the byte after its last. */
  #places = new Uint32Array(3 * 1024);
  #count = 0;
  #end = 0;
  #size = 0;

  get size(): number {
    return this.#size;
  }

  add(text: string): void {
    // A sign of JavaScript takes at most three bytes.
    const longest = text.length * 3;
    let segment = this.#segments.at(-1);
    if (!segment || this.#end + longest > segment.length) {
      segment = Buffer.allocUnsafeSlow(Math.max(segmentBytes, longest));
      this.#segments.push(segment);
      this.#end = 0;
    }
    if (this.#count * 3 === this.#places.length) {
      const longer = new Uint32Array(this.#places.length * 2);
      longer.set(this.#places);
      this.#places = longer;
    }
    const bytes = segment.write(text, this.#end, 'utf8');
    this.#places.set([this.#segments.length - 1, this.#end, this.#end + bytes], this.#count * 3);
    this.#end += bytes;
    this.#size += bytes;
    this.#count += 1;
  }

  /** Empty for a place that nothing was put at. */
  at(place: number): string {
    if (!Number.isSafeInteger(place) || place < 0 || place >= this.#count) return '';
    const [segment = 0, from, to] = this.#places.subarray(place * 3, place * 3 + 3);
    return this.#segments[segment]?.toString('utf8', from, to) ?? '';
  }
}
