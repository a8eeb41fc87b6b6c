import { product, type Ratio } from './ratio.ts';

/** Somebody's time as holder, `[from, until)`. */
interface Tenure {
  readonly keys: readonly string[];
  readonly from: number;
  until: number;
}

/**
 * One ownership through all its sales: the same square metres whoever holds them. A part that is cut off by a sale is a
 * piece of its own, and so is what stays; both remember where they came from.
 */
export class SquareMetres {
  readonly premises: string;
  readonly share: Ratio;
  readonly #tenures: Tenure[] = [];
  readonly #cutFrom: SquareMetres | null;
  readonly #pieces: SquareMetres[] = [];

  constructor(
    premises: string,
    share: Ratio,
    keys: readonly string[],
    from: number,
    cutFrom: SquareMetres | null = null,
  ) {
    this.premises = premises;
    this.share = share;
    this.#cutFrom = cutFrom;
    this.#tenures.push({ keys, from, until: Infinity });
  }

  isHeldBy(key: string, at: number): boolean {
    return this.#tenures.some(({ keys, from, until }) => keys.includes(key) && from <= at && at < until);
  }

  /** Who holds them at a moment; nobody when they were cut up, or not owned yet. */
  holders(at: number): readonly string[] {
    return this.#tenures.find(({ from, until }) => from <= at && at < until)?.keys ?? [];
  }

  heldSince(at: number): number {
    return this.#tenures.find(({ from, until }) => from <= at && at < until)?.from ?? -Infinity;
  }

  passTo(keys: readonly string[], at: number): void {
    this.#end(at);
    this.#tenures.push({ keys, from: at, until: Infinity });
  }

  /** A part goes to others, the rest stays. */
  cut(sold: Ratio, kept: Ratio, to: readonly string[], at: number): readonly SquareMetres[] {
    const stay = this.holders(at);
    this.#end(at);
    this.#pieces.push(
      new SquareMetres(this.premises, sold, to, at, this),
      new SquareMetres(this.premises, kept, stay, at, this),
    );
    return this.#pieces;
  }

  /** Everything that has square metres in common with these: what they were cut from and what was cut from them. */
  *overlapping(): Generator<SquareMetres> {
    yield* this.#larger();
    yield* this.#smaller();
  }

  *#larger(): Generator<SquareMetres> {
    yield this;
    if (this.#cutFrom) yield* this.#cutFrom.#larger();
  }

  *#smaller(): Generator<SquareMetres> {
    for (const piece of this.#pieces) {
      yield piece;
      yield* piece.#smaller();
    }
  }

  votes(area: Ratio): Ratio {
    return product(area, this.share);
  }

  #end(at: number): void {
    const last = this.#tenures.at(-1);
    if (last) last.until = at;
  }
}
