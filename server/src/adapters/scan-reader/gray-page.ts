import type { Raster } from './scan.ts';

const known = new WeakMap<Raster, Uint8Array>();

/** How light each pixel is, 0–255; worked out once for a page. */
export function grayPage(page: Raster): Uint8Array {
  let gray = known.get(page);
  if (gray) return gray;
  const { pixels } = page;
  gray = new Uint8Array(page.width * page.height);
  for (let from = 0, to = 0; to < gray.length; from += 3, to += 1)
    gray[to] = (2 * (pixels[from] ?? 0) + 5 * (pixels[from + 1] ?? 0) + (pixels[from + 2] ?? 0) + 4) >> 3;
  known.set(page, gray);
  return gray;
}
