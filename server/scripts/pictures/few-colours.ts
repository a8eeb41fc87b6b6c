import { crc32, deflateSync } from 'node:zlib';
import type { Page } from 'playwright-core';

/** Pixels of a picture, four bytes each, as the browser that took it reads them. */
const readPixels = `async (encoded) => {
  const bitmap = await createImageBitmap(await (await fetch('data:image/png;base64,' + encoded)).blob());
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const paper = canvas.getContext('2d');
  paper.drawImage(bitmap, 0, 0);
  const { data, width, height } = paper.getImageData(0, 0, bitmap.width, bitmap.height);
  let text = '';
  for (let at = 0; at < data.length; at += 32768) text += String.fromCharCode(...data.subarray(at, at + 32768));
  return { width, height, pixels: btoa(text) };
}`;

interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly pixels: string;
}

/** The same picture with at most 256 colours: a third of the bytes, and to the eye the same. */
export async function inFewColours(page: Page, png: Buffer): Promise<Buffer> {
  // A page of its own: that of the console lets no script read from a data URL.
  const paper = await page.context().newPage();
  const { width, height, pixels } = await paper.evaluate<Pixels>(`(${readPixels})('${png.toString('base64')}')`);
  await paper.close();
  const bytes = Buffer.from(pixels, 'base64');
  const palette = paletteOf(bytes);
  const nearest = new Map<number, number>();
  const lines = Buffer.alloc(height * (width + 1));
  for (let at = 0; at < width * height; at += 1) {
    const colour = bytes.readUIntBE(at * 4, 3);
    const found = nearest.get(colour) ?? nearestIn(palette, colour);
    nearest.set(colour, found);
    lines[Math.floor(at / width) * (width + 1) + 1 + (at % width)] = found;
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  const colours = Buffer.concat(
    palette.map((colour) => Buffer.from([colour >> 16, (colour >> 8) & 255, colour & 255])),
  );
  return Buffer.concat([
    png.subarray(0, 8),
    chunk('IHDR', head),
    chunk('PLTE', colours),
    chunk('IDAT', deflateSync(lines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The most frequent colours, one of each neighbourhood first: a thin line counts beside a wide background. */
function paletteOf(bytes: Buffer): number[] {
  const counts = new Map<number, number>();
  for (let at = 0; at < bytes.length; at += 4) {
    const colour = bytes.readUIntBE(at, 3);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const frequent = [...counts].toSorted(([, one], [, other]) => other - one).map(([colour]) => colour);
  const firsts = new Map<number, number>();
  for (const colour of frequent) {
    const place = colour & 0xe0e0e0;
    if (!firsts.has(place)) firsts.set(place, colour);
  }
  return [...new Set([...[...firsts.values()].slice(0, 128), ...frequent])].slice(0, 256);
}

function nearestIn(palette: readonly number[], colour: number): number {
  let [best, least] = [0, Infinity];
  for (const [at, one] of palette.entries()) {
    const distance =
      ((one >> 16) - (colour >> 16)) ** 2 +
      (((one >> 8) & 255) - ((colour >> 8) & 255)) ** 2 +
      ((one & 255) - (colour & 255)) ** 2;
    if (distance < least) [best, least] = [at, distance];
  }
  return best;
}

function chunk(name: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(content.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
