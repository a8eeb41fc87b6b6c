import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { PDFiumLibrary, type PDFiumDocument } from '@hyzyla/pdfium';
import sharp from 'sharp';
import { contentOf } from './file-content.ts';
import { pdfDanger } from './pdf-dangers.ts';
import { type Raster, type ScanLimits, Unreadable } from './scan.ts';

/** A file whose pages can be looked at one by one. */
export interface OpenScan {
  readonly pages: number;
  page(page: number): Promise<Raster>;
  close(): void;
}

// Workers stand beside each other, so one does not need several threads.
sharp.concurrency(1);
sharp.cache(false);

/** Long side of A4 at 200 dpi: enough to read every box. A larger picture is made smaller, to at most twice that. */
const pdfLongSide = 2339;
const pictureLongSide = 3508;
const pdfiumWasm = createRequire(import.meta.url).resolve('@hyzyla/pdfium/pdfium.wasm');
let pdfium: Promise<PDFiumLibrary> | null = null;

export async function openScan(path: string, limits: ScanLimits): Promise<OpenScan> {
  const { size } = statSync(path);
  if (size === 0) throw new Unreadable('EMPTY');
  if (size > limits.bytes) throw new Unreadable('TOO_LARGE');
  const bytes = readFileSync(path);
  const content = contentOf(bytes);
  if (content === null) throw new Unreadable('NOT_A_SCAN');
  const scan = content === 'PDF' ? await openPdf(bytes, limits) : await openPicture(bytes, limits);
  if (scan.pages > 0 && scan.pages <= limits.pages) return scan;
  scan.close();
  throw new Unreadable(scan.pages > 0 ? 'TOO_MANY_PAGES' : 'DAMAGED');
}

async function openPicture(bytes: Buffer, limits: ScanLimits): Promise<OpenScan> {
  const open = (page: number): ReturnType<typeof sharp> =>
    sharp(bytes, { page, failOn: 'error', limitInputPixels: false });
  const { pages = 1 } = await open(0).metadata().catch(damaged);
  return {
    pages,
    page: async (page) => {
      const { width, height } = await open(page).metadata().catch(damaged);
      if (width * height > limits.pixels) throw new Unreadable('TOO_MANY_PIXELS');
      const { data, info } = await open(page)
        .resize(pictureLongSide, pictureLongSide, { fit: 'inside', withoutEnlargement: true })
        .flatten({ background: 'white' })
        .toColourspace('srgb')
        .removeAlpha()
        .raw({ depth: 'uchar' })
        .toBuffer({ resolveWithObject: true })
        .catch(damaged);
      return { pixels: data, width: info.width, height: info.height };
    },
    close: () => undefined,
  };
}

async function openPdf(bytes: Buffer, limits: ScanLimits): Promise<OpenScan> {
  const danger = pdfDanger(bytes);
  if (danger !== null) throw new Unreadable(danger);
  pdfium ??= PDFiumLibrary.init({ wasmBinary: Uint8Array.from(readFileSync(pdfiumWasm)).buffer });
  const library = await pdfium;
  const document: PDFiumDocument = await library.loadDocument(bytes).catch(damaged);
  return {
    pages: document.getPageCount(),
    page: async (number) => {
      const page = document.getPage(number);
      const { originalWidth: width, originalHeight: height } = page.getOriginalSize();
      const longSide = Math.max(width, height);
      const scale = pdfLongSide / longSide;
      if (!(longSide > 0) || width * height * scale * scale > limits.pixels) throw new Unreadable('TOO_MANY_PIXELS');
      const rendered = await page.render({ scale, render: 'bitmap' }).catch(damaged);
      return { pixels: withoutAlpha(rendered.data), width: rendered.width, height: rendered.height };
    },
    close: () => document.destroy(),
  };
}

function withoutAlpha(bitmap: Uint8Array): Uint8Array {
  const pixels = new Uint8Array((bitmap.length / 4) * 3);
  for (let from = 0, to = 0; to < pixels.length; from += 4, to += 3) {
    pixels[to] = bitmap[from] ?? 0;
    pixels[to + 1] = bitmap[from + 1] ?? 0;
    pixels[to + 2] = bitmap[from + 2] ?? 0;
  }
  return pixels;
}

function damaged(): never {
  throw new Unreadable('DAMAGED');
}
