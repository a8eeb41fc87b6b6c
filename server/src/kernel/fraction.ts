const written = /^(-?\d+)(?:\/(\d+)|\.(\d+))?$/;

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** An exact rational number. Always in lowest terms with a positive denominator; never rounded before print. */
export class Fraction {
  static readonly zero = new Fraction(0n, 1n);
  static readonly one = new Fraction(1n, 1n);

  readonly numerator: bigint;
  readonly denominator: bigint;

  private constructor(numerator: bigint, denominator: bigint) {
    this.numerator = numerator;
    this.denominator = denominator;
  }

  /** A number must be a whole one: BigInt itself throws a RangeError on 0.1. */
  static of(numerator: bigint | number, denominator: bigint | number = 1n): Fraction {
    const [n, d] = [BigInt(numerator), BigInt(denominator)];
    if (d === 0n) throw new RangeError('A fraction has no zero below the line');
    const [top, bottom] = d < 0n ? [-n, -d] : [n, d];
    const divisor = greatestCommonDivisor(top, bottom);
    return new Fraction(top / divisor, bottom / divisor);
  }

  /** Reads "355/2", "10.00" or "-3". */
  static parse(text: string): Fraction {
    const [, whole, below, decimals] = written.exec(text) ?? [];
    if (whole === undefined) throw new RangeError('Not a fraction, a decimal or a whole number');
    if (below !== undefined) return Fraction.of(BigInt(whole), BigInt(below));
    const digits = decimals ?? '';
    return Fraction.of(BigInt(whole + digits), 10n ** BigInt(digits.length));
  }

  plus(other: Fraction): Fraction {
    return Fraction.of(
      this.numerator * other.denominator + other.numerator * this.denominator,
      this.denominator * other.denominator,
    );
  }

  minus(other: Fraction): Fraction {
    return this.plus(new Fraction(-other.numerator, other.denominator));
  }

  times(other: Fraction): Fraction {
    return Fraction.of(this.numerator * other.numerator, this.denominator * other.denominator);
  }

  dividedBy(other: Fraction): Fraction {
    return Fraction.of(this.numerator * other.denominator, this.denominator * other.numerator);
  }

  compare(other: Fraction): -1 | 0 | 1 {
    const [left, right] = [this.numerator * other.denominator, other.numerator * this.denominator];
    return left < right ? -1 : left > right ? 1 : 0;
  }

  equals(other: Fraction): boolean {
    return this.compare(other) === 0;
  }

  isLessThan(other: Fraction): boolean {
    return this.compare(other) < 0;
  }

  isMoreThan(other: Fraction): boolean {
    return this.compare(other) > 0;
  }

  isAtLeast(other: Fraction): boolean {
    return this.compare(other) >= 0;
  }

  isZero(): boolean {
    return this.numerator === 0n;
  }

  toString(): string {
    return this.denominator === 1n ? `${this.numerator}` : `${this.numerator}/${this.denominator}`;
  }

  /** For print only: rounded, a half goes away from zero. */
  toDecimal(digits: number): string {
    const isNegative = this.numerator < 0n;
    const scaled = (isNegative ? -this.numerator : this.numerator) * 10n ** BigInt(digits);
    const rounded = (2n * scaled + this.denominator) / (2n * this.denominator);
    const text = rounded.toString().padStart(digits + 1, '0');
    const [whole, decimals] = [text.slice(0, text.length - digits), text.slice(text.length - digits)];
    const sign = isNegative && rounded !== 0n ? '-' : '';
    return digits === 0 ? sign + whole : `${sign}${whole}.${decimals}`;
  }
}
