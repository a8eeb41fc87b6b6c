import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { prepareZXingModule, readBarcodes, type ReadResult } from 'zxing-wasm/reader';
import type { Point } from '../../kernel/scan-reader.ts';
import { grayPage } from './gray-page.ts';
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
  const image = portableGray(page);
  for (const patient of [false, true]) {
    const found = await readBarcodes(image, {
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

/** The page as a PGM file: the form of gray pixels that the reader takes as they are. */
function portableGray(page: Raster): Uint8Array {
  const header = Buffer.from(`P5\n${String(page.width)} ${String(page.height)}\n255\n`, 'latin1');
  const gray = grayPage(page);
  const file = new Uint8Array(header.length + gray.length);
  file.set(header);
  file.set(gray, header.length);
  return file;
}

function cornersOf({ position }: ReadResult): Point[] {
  return [position.topLeft, position.topRight, position.bottomRight, position.bottomLeft];
}
