import sharp from 'sharp';
import { homography } from '../../src/adapters/scan-reader/homography.ts';
import type { Point } from '../../src/kernel/scan-reader.ts';
import type { Raster } from '../../src/adapters/scan-reader/scan.ts';
import type { Chance } from '../../test/oracle/chance.ts';

export const troubles = [
  'TURNED',
  'UPSIDE_DOWN',
  'COARSE',
  'FINE',
  'POOR_JPEG',
  'GREY_PAPER',
  'CREASED',
  'COFFEE',
  'SLANTED',
  'COLOURLESS',
] as const;
export type Trouble = (typeof troubles)[number];

export interface Scanned {
  readonly raster: Raster;
  readonly jpegQuality: number;
}

/** For a drawing of 96 to the inch: 300 dots. */
const drawnDensity = 225;
const [widthMm, heightMm] = [210, 297];

/** What lies on the paper over what is printed and written. */
export function drawTroubles(on: readonly Trouble[], chance: Chance): string {
  let svg = '';
  if (on.includes('CREASED'))
    for (let fold = chance.whole(1, 3); fold > 0; fold -= 1) {
      const y = chance.between(60, 270);
      const [from, to] = [y + chance.between(-15, 15), y + chance.between(-15, 15)];
      const line = (away: number): string => `M0 ${String(from + away)}L210 ${String(to + away)}`;
      svg += `<path d="${line(0)}" stroke="#000" stroke-opacity="${chance.between(0.1, 0.28).toFixed(2)}" stroke-width="0.5"/>
        <path d="${line(0.6)}" stroke="#fff" stroke-opacity="0.6" stroke-width="0.5"/>
        <path d="${line(2.5)}" stroke="#000" stroke-opacity="0.06" stroke-width="4"/>`;
    }
  if (on.includes('COFFEE')) {
    const [x, y] = [chance.between(40, 170), chance.between(90, 250)];
    const ring = (width: number, opacity: number): string =>
      `<circle cx="${String(x)}" cy="${String(y)}" r="38" stroke="#8a5a2b" stroke-opacity="${String(opacity)}" stroke-width="${String(width)}"/>`;
    svg += ring(5, 0.22) + ring(1.5, chance.between(0.3, 0.5));
  }
  return `<g fill="none">${svg}</g>`;
}

export async function scanPage(svg: string, on: readonly Trouble[], chance: Chance): Promise<Scanned> {
  const paper = on.includes('GREY_PAPER') ? chance.of(['#c9c9c6', '#bdbdbd', '#d2cfc4']) : '#fbfbf8';
  const page = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(widthMm)} ${String(heightMm)}"
    width="${String(widthMm)}mm" height="${String(heightMm)}mm"><rect width="210" height="297" fill="${paper}"/>${svg}</svg>`;
  const drawn = await sharp(Buffer.from(page), { density: drawnDensity })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const source = { pixels: drawn.data, width: drawn.info.width, height: drawn.info.height };
  const dpi = on.includes('COARSE') ? 150 : on.includes('FINE') ? 300 : 200;
  const raster = lay(source, on, dpi / 25.4, chance);
  return { raster, jpegQuality: on.includes('POOR_JPEG') ? 40 : 85 };
}

/** Lays the page on the glass, or under a camera, and takes its picture with the light and the noise of the day. */
function lay(source: Raster, on: readonly Trouble[], pixelsPerMm: number, chance: Chance): Raster {
  const slanted = on.includes('SLANTED');
  const turn = ((on.includes('TURNED') ? chance.between(-10, 10) : chance.between(-0.7, 0.7)) * Math.PI) / 180;
  const angle = turn + (on.includes('UPSIDE_DOWN') ? Math.PI : 0);
  const spread = slanted ? 18 : Math.abs(turn) > 0.02 ? 26 : 0;
  const [width, height] = [
    Math.round((widthMm + 2 * spread) * pixelsPerMm),
    Math.round((heightMm + 2 * spread) * pixelsPerMm),
  ];
  const slant = (): number => (slanted ? chance.between(-14, 14) : 0);
  const corners = [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ].map(([right = 0, down = 0]): Point => {
    const [x, y] = [(right * widthMm) / 2 + slant(), (down * heightMm) / 2 + slant()];
    return {
      x: width / 2 + (x * Math.cos(angle) - y * Math.sin(angle)) * pixelsPerMm,
      y: height / 2 + (x * Math.sin(angle) + y * Math.cos(angle)) * pixelsPerMm,
    };
  });
  const page = [
    { x: 0, y: 0 },
    { x: source.width, y: 0 },
    { x: source.width, y: source.height },
    { x: 0, y: source.height },
  ];
  const map = homography(corners, page);
  if (map === null) throw new Error('a page without an area');
  const light = (slanted ? chance.between(0.1, 0.35) : 0.03) * (chance.is(0.5) ? 1 : -1);
  const desk = slanted ? 70 : 236;
  const sheet = source.pixels;
  const pixels = new Uint8ClampedArray(width * height * 3);
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0, i = 1] = map;
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const depth = g * (x + 0.5) + h * (y + 0.5) + i;
      const fromX = (a * (x + 0.5) + b * (y + 0.5) + c) / depth - 0.5;
      const fromY = (d * (x + 0.5) + e * (y + 0.5) + f) / depth - 0.5;
      const lit = 1 - Math.max(0, light * (x / width - 0.5) + Math.abs(light) / 2);
      const noise = (chance.next() + chance.next() - 1) * 7;
      const to = (y * width + x) * 3;
      const inside = fromX >= 0 && fromY >= 0 && fromX < source.width - 1 && fromY < source.height - 1;
      const right = fromX % 1;
      const down = fromY % 1;
      const above = ((fromY | 0) * source.width + (fromX | 0)) * 3;
      const below = above + source.width * 3;
      for (let colour = 0; colour < 3; colour += 1) {
        const over = (sheet[above + colour] ?? 0) * (1 - right) + (sheet[above + 3 + colour] ?? 0) * right;
        const under = (sheet[below + colour] ?? 0) * (1 - right) + (sheet[below + 3 + colour] ?? 0) * right;
        pixels[to + colour] = (inside ? over * (1 - down) + under * down : desk) * lit + noise;
      }
    }
  return { pixels: new Uint8Array(pixels.buffer), width, height };
}
