/** An exact number, kept as two whole ones; never brought to lowest terms before it is written. */
export interface Ratio {
  readonly top: bigint;
  readonly bottom: bigint;
}

export const nothing: Ratio = { top: 0n, bottom: 1n };

export function ratio(top: number | bigint, bottom: number | bigint = 1): Ratio {
  return { top: BigInt(top), bottom: BigInt(bottom) };
}

/** From "12", "12.50" or "1/3". */
export function readRatio(text: string): Ratio {
  const slash = text.indexOf('/');
  if (slash >= 0) return { top: BigInt(text.slice(0, slash)), bottom: BigInt(text.slice(slash + 1)) };
  const dot = text.indexOf('.');
  if (dot < 0) return { top: BigInt(text), bottom: 1n };
  const decimals = text.length - dot - 1;
  return { top: BigInt(text.replace('.', '')), bottom: 10n ** BigInt(decimals) };
}

export function sum(parts: Iterable<Ratio>): Ratio {
  let all = nothing;
  for (const part of parts)
    all = { top: all.top * part.bottom + part.top * all.bottom, bottom: all.bottom * part.bottom };
  return lowest(all);
}

export function product(one: Ratio, other: Ratio): Ratio {
  return lowest({ top: one.top * other.top, bottom: one.bottom * other.bottom });
}

/** Below zero, zero or above, as `one` is less than, equal to or more than `other`. */
export function compare(one: Ratio, other: Ratio): bigint {
  return one.top * other.bottom - other.top * one.bottom;
}

function lowest({ top, bottom }: Ratio): Ratio {
  let [a, b] = [top, bottom];
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 0n ? nothing : { top: top / a, bottom: bottom / a };
}

export function writeRatio(value: Ratio): string {
  const { top, bottom } = lowest(value);
  return bottom === 1n ? String(top) : `${String(top)}/${String(bottom)}`;
}
