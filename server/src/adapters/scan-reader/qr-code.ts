import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { prepareZXingModule, readBarcodes, type ReadResult } from 'zxing-wasm/reader';
import type { Point } from '../../kernel/scan-reader.ts';
import { type Raster, Unreadable } from './scan.ts';

export interface QrCode {
  readonly text: string;
  /** Top left, top right, bottom right, bottom left of the code as printed. */
  readonly corners: readonly Point[];
}

const wasm = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'));
// Without the file at hand the package would fetch it from a public server.
prepareZXingModule({ overrides: { wasmBinary: Uint8Array.from(wasm).buffer } });

/** The one code of a page: quickly if it can be had so, then with patience. */
export async function findQrCode(page: Raster): Promise<QrCode> {
  const rgba = new Uint8ClampedArray(page.width * page.height * 4);
  for (let from = 0, to = 0; to < rgba.length; from += 3, to += 4) {
    rgba[to] = page.pixels[from] ?? 0;
    rgba[to + 1] = page.pixels[from + 1] ?? 0;
    rgba[to + 2] = page.pixels[from + 2] ?? 0;
    rgba[to + 3] = 255;
  }
  const image = { data: rgba, width: page.width, height: page.height, colorSpace: 'srgb' } as const;
  for (const patient of [false, true]) {
    const found = await readBarcodes(image as Parameters<typeof readBarcodes>[0], {
      formats: ['QRCode'],
      tryHarder: patient,
      tryRotate: patient,
      tryInvert: false,
      tryDownscale: patient,
      maxNumberOfSymbols: 2,
    });
    const texts = new Set(found.map(({ text }) => text));
    if (texts.size > 1) throw new Unreadable('SEVERAL_CODES');
    const [code] = found;
    if (code) return { text: code.text, corners: cornersOf(code) };
  }
  throw new Unreadable('CODE_NOT_FOUND');
}

function cornersOf({ position }: ReadResult): Point[] {
  return [position.topLeft, position.topRight, position.bottomRight, position.bottomLeft];
}
