import type { Homography } from './homography.ts';
import type { PagePlan, Point } from '../../kernel/scan-reader.ts';
import type { Raster } from './scan.ts';

/** Samples to a mm. */
export const fineness = 10;
/** What of the page around a box is looked at, in mm. */
const marginMm = 3;
const searched = 12;

/** A box and what surrounds it, straightened. Darkness is 0 for the paper there and 1 for printed black. */
export interface BoxPatch {
  readonly side: number;
  readonly darkness: Float32Array;
  /** 1 where the colour is that of tea or rust, which no pen writes with. */
  readonly stained: Uint8Array;
  /** Samples from the side of the patch to the middle of the outline. */
  readonly left: number;
  readonly top: number;
  readonly size: number;
  /** How dark the palest side of the outline is. */
  readonly outline: number;
}

export function blackOf(page: Raster, map: Homography, corners: readonly Point[]): number {
  const one = new Float32Array(1);
  let sum = 0;
  for (const { x, y } of corners) {
    sampleRow({ page, map, x, y }, one, new Float32Array(1));
    sum += one[0] ?? 0;
  }
  return sum / corners.length;
}

export function cutPatch(page: Raster, map: Homography, box: PagePlan['boxes'][number], black: number): BoxPatch {
  const side = Math.round((box.sizeMm + 2 * marginMm) * fineness);
  const gray = new Float32Array(side * side);
  const warmth = new Float32Array(side * side);
  for (let row = 0; row < side; row += 1)
    sampleRow(
      { page, map, x: box.x - marginMm + 0.5 / fineness, y: box.y - marginMm + (row + 0.5) / fineness },
      gray.subarray(row * side, (row + 1) * side),
      warmth.subarray(row * side, (row + 1) * side),
    );
  const paper = quantile(gray, 0.75);
  const paperWarmth = quantile(warmth, 0.5);
  const contrast = Math.max(40, paper - black);
  const darkness = new Float32Array(gray.length);
  const stained = new Uint8Array(gray.length);
  for (let at = 0; at < gray.length; at += 1) {
    darkness[at] = (paper - (gray[at] ?? 0)) / contrast;
    if ((warmth[at] ?? 0) - paperWarmth > 30) stained[at] = 1;
  }
  return { side, darkness, stained, ...findOutline(darkness, side, Math.round(box.sizeMm * fineness)) };
}

/** Of every seventh sample: the order of all would take longer than everything else. */
function quantile(values: Float32Array, part: number): number {
  const some = new Float32Array(Math.ceil(values.length / 7));
  for (let at = 0; at < some.length; at += 1) some[at] = values[at * 7] ?? 0;
  some.sort();
  return some[Math.floor(some.length * part)] ?? 0;
}

/** The printed outline, near to where the page's corners put it. */
function findOutline(
  darkness: Float32Array,
  side: number,
  size: number,
): Pick<BoxPatch, 'left' | 'top' | 'size' | 'outline'> {
  const middle = Math.round((side - size) / 2);
  let best = { left: middle, top: middle, size, outline: 0 };
  let most = Number.NEGATIVE_INFINITY;
  for (let top = middle - searched; top <= middle + searched; top += 1)
    for (let left = middle - searched; left <= middle + searched; left += 1) {
      let [above, below, before, after, count] = [0, 0, 0, 0, 0];
      for (let at = 2; at < size - 1; at += 3) {
        count += 1;
        above += Math.min(0.8, darkness[top * side + left + at] ?? 0);
        below += Math.min(0.8, darkness[(top + size) * side + left + at] ?? 0);
        before += Math.min(0.8, darkness[(top + at) * side + left] ?? 0);
        after += Math.min(0.8, darkness[(top + at) * side + left + size] ?? 0);
      }
      const mean = (above + below + before + after) / (4 * count);
      const score = mean - (0.1 * Math.hypot(left - middle, top - middle)) / fineness;
      if (score > most) {
        most = score;
        best = { left, top, size, outline: Math.min(above, below, before, after) / count };
      }
    }
  return best;
}

interface RowStart {
  readonly page: Raster;
  readonly map: Homography;
  readonly x: number;
  readonly y: number;
}

/**
 * A row of samples to the right of a place on the page, in mm; each between the four pixels around it. Written flat: a
 * page has several hundred thousand of them.
 */
function sampleRow({ page: { pixels, width, height }, map, x, y }: RowStart, gray: Float32Array, warmth: Float32Array) {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0, i = 0] = map;
  for (let at = 0; at < gray.length; at += 1) {
    const across = x + at / fineness;
    const depth = g * across + h * y + i;
    const px = (a * across + b * y + c) / depth - 0.5;
    const py = (d * across + e * y + f) / depth - 0.5;
    const left = Math.min(width - 2, Math.max(0, Math.floor(px)));
    const top = Math.min(height - 2, Math.max(0, Math.floor(py)));
    const right = Math.min(1, Math.max(0, px - left));
    const down = Math.min(1, Math.max(0, py - top));
    const above = (top * width + left) * 3;
    const below = above + width * 3;
    const [p, q, r, s] = [(1 - right) * (1 - down), right * (1 - down), (1 - right) * down, right * down];
    const red =
      p * (pixels[above] ?? 0) + q * (pixels[above + 3] ?? 0) + r * (pixels[below] ?? 0) + s * (pixels[below + 3] ?? 0);
    const green =
      p * (pixels[above + 1] ?? 0) +
      q * (pixels[above + 4] ?? 0) +
      r * (pixels[below + 1] ?? 0) +
      s * (pixels[below + 4] ?? 0);
    const blue =
      p * (pixels[above + 2] ?? 0) +
      q * (pixels[above + 5] ?? 0) +
      r * (pixels[below + 2] ?? 0) +
      s * (pixels[below + 5] ?? 0);
    gray[at] = (2 * red + 5 * green + blue) / 8;
    warmth[at] = red - blue;
  }
}
