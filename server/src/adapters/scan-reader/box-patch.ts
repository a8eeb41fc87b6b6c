import { type Homography, project } from './homography.ts';
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
  const values = corners.map(({ x, y }) => grayOf(colourAt(page, project(map, x, y))));
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

export function cutPatch(page: Raster, map: Homography, box: PagePlan['boxes'][number], black: number): BoxPatch {
  const side = Math.round((box.sizeMm + 2 * marginMm) * fineness);
  const gray = new Float32Array(side * side);
  const warmth = new Float32Array(side * side);
  for (let row = 0; row < side; row += 1)
    for (let column = 0; column < side; column += 1) {
      const x = box.x - marginMm + (column + 0.5) / fineness;
      const y = box.y - marginMm + (row + 0.5) / fineness;
      const colour = colourAt(page, project(map, x, y));
      gray[row * side + column] = grayOf(colour);
      warmth[row * side + column] = colour.red - colour.blue;
    }
  const paper = quantile(gray, 0.75);
  const paperWarmth = quantile(warmth, 0.5);
  const darkness = gray.map((value) => (paper - value) / Math.max(40, paper - black));
  const stained = Uint8Array.from(warmth, (value) => (value - paperWarmth > 30 ? 1 : 0));
  return { side, darkness, stained, ...findOutline(darkness, side, Math.round(box.sizeMm * fineness)) };
}

/** Of every seventh sample: the order of all would take longer than everything else. */
function quantile(values: Float32Array, part: number): number {
  const some = values.filter((_, at) => at % 7 === 0).toSorted();
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

interface Colour {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
}

function grayOf({ red, green, blue }: Colour): number {
  return (2 * red + 5 * green + blue) / 8;
}

/** Between the four pixels around the place. */
function colourAt(page: Raster, { x, y }: Point): Colour {
  const left = Math.min(page.width - 2, Math.max(0, Math.floor(x - 0.5)));
  const top = Math.min(page.height - 2, Math.max(0, Math.floor(y - 0.5)));
  const right = Math.min(1, Math.max(0, x - 0.5 - left));
  const down = Math.min(1, Math.max(0, y - 0.5 - top));
  const above = (top * page.width + left) * 3;
  const below = above + page.width * 3;
  const { pixels } = page;
  const mixed = (colour: number): number =>
    ((pixels[above + colour] ?? 0) * (1 - right) + (pixels[above + 3 + colour] ?? 0) * right) * (1 - down) +
    ((pixels[below + colour] ?? 0) * (1 - right) + (pixels[below + 3 + colour] ?? 0) * right) * down;
  return { red: mixed(0), green: mixed(1), blue: mixed(2) };
}
