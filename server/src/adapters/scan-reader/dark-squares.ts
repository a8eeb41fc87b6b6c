import type { Point } from '../../kernel/scan-reader.ts';
import { grayPage } from './gray-page.ts';
import type { Raster } from './scan.ts';

export interface DarkSquare extends Point {
  /** In pixels of the page. */
  readonly area: number;
}

/** Long side of the picture in which squares are looked for: about a hundred dots an inch. */
const smallSide = 1200;
/** Half of the window whose mean says what is dark: well above a corner square, below a fold or a shadow. */
const reach = 34;

/** Solid dark squares, turned anyhow: what the corner marks are, and filled boxes too. */
export function findDarkSquares(page: Raster): DarkSquare[] {
  const step = Math.max(1, Math.round(Math.max(page.width, page.height) / smallSide));
  const width = Math.floor(page.width / step);
  const height = Math.floor(page.height / step);
  const dark = darkPixels(shrink(page, step, width, height), width, height);
  const squares: DarkSquare[] = [];
  const stack: number[] = [];
  const visit = (at: number): void => {
    if (dark[at] !== 1) return;
    dark[at] = 0;
    stack.push(at);
  };
  for (let start = 0; start < dark.length; start += 1) {
    if (dark[start] !== 1) continue;
    let [count, sx, sy, sxx, syy, sxy] = [0, 0, 0, 0, 0, 0];
    stack.push(start);
    dark[start] = 0;
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      const x = at % width;
      const y = (at - x) / width;
      count += 1;
      sx += x;
      sy += y;
      sxx += x * x;
      syy += y * y;
      sxy += x * y;
      if (x > 0) visit(at - 1);
      if (x < width - 1) visit(at + 1);
      visit(at - width);
      visit(at + width);
    }
    if (count < 60 || count > 4000) continue;
    const [mx, my] = [sx / count, sy / count];
    const [xx, yy, xy] = [sxx / count - mx * mx + 1 / 12, syy / count - my * my + 1 / 12, sxy / count - mx * my];
    if (isSquare(count, xx, yy, xy))
      squares.push({ x: (mx + 0.5) * step, y: (my + 0.5) * step, area: count * step * step });
  }
  return squares;
}

/** By the moments of its pixels: as long as it is wide, and without holes or horns. */
function isSquare(area: number, xx: number, yy: number, xy: number): boolean {
  const middle = (xx + yy) / 2;
  const spread = Math.hypot((xx - yy) / 2, xy);
  const solid = area / (12 * Math.sqrt(Math.max(1e-9, xx * yy - xy * xy)));
  return (middle + spread) / (middle - spread) < 2.2 && solid > 0.9 && solid < 1.08;
}

/** The sum of so many pixels by as many. */
function shrink(page: Raster, step: number, width: number, height: number): Float32Array {
  const small = new Float32Array(width * height);
  const gray = grayPage(page);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      let sum = 0;
      for (let down = 0; down < step; down += 1) {
        const from = (y * step + down) * page.width + x * step;
        for (let right = 0; right < step; right += 1) sum += gray[from + right] ?? 0;
      }
      small[y * width + x] = sum;
    }
  return small;
}

function darkPixels(gray: Float32Array, width: number, height: number): Uint8Array {
  const stride = width + 1;
  const sums = new Float64Array(stride * (height + 1));
  for (let y = 0; y < height; y += 1) {
    let row = 0;
    for (let x = 0; x < width; x += 1) {
      row += gray[y * width + x] ?? 0;
      sums[(y + 1) * stride + x + 1] = (sums[y * stride + x + 1] ?? 0) + row;
    }
  }
  const dark = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    const [first, last] = [Math.max(0, y - reach), Math.min(height, y + reach)];
    const [top, bottom] = [first * stride, last * stride];
    for (let x = 0; x < width; x += 1) {
      const left = x < reach ? 0 : x - reach;
      const right = x + reach > width ? width : x + reach;
      const sum =
        (sums[bottom + right] ?? 0) - (sums[bottom + left] ?? 0) - (sums[top + right] ?? 0) + (sums[top + left] ?? 0);
      const area = (right - left) * (last - first);
      if ((gray[y * width + x] ?? 0) * area < sum * 0.6) dark[y * width + x] = 1;
    }
  }
  return dark;
}
