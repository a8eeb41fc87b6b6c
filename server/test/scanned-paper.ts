import { PDFiumLibrary } from '@hyzyla/pdfium';
import sharp from 'sharp';
import type { PageLayout } from '../src/modules/paper/index.ts';

const dotsPerMm = 200 / 25.4;

/** The pages of a PDF as a scanner at 200 dpi would see them. */
export async function picturesOf(pdf: Uint8Array): Promise<Buffer[]> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(pdf);
  try {
    const pictures: Buffer[] = [];
    for (const page of document.pages()) {
      const { data, width, height } = await page.render({ scale: 200 / 72, render: 'bitmap' });
      const raw = { width, height, channels: 4 } as const;
      pictures.push(await sharp(data, { raw }).removeAlpha().png().toBuffer());
    }
    return pictures;
  } finally {
    document.destroy();
    library.destroy();
  }
}

/** A tick with a blue pen in the box of an answer. */
export async function ticked(
  picture: Buffer,
  layout: PageLayout,
  answer: PageLayout['boxes'][number]['answer'],
  item = 1,
): Promise<Buffer> {
  const box = layout.boxes.find((each) => each.answer === answer && each.item === item);
  if (!box) throw new Error('no such box');
  const at = (right: number, down: number): string =>
    `${String((box.x + right * box.sizeMm) * dotsPerMm)} ${String((box.y + down * box.sizeMm) * dotsPerMm)}`;
  const { width, height } = await sharp(picture).metadata();
  const pen = `<svg xmlns="http://www.w3.org/2000/svg" width="${String(width)}" height="${String(height)}"><path
    d="M${at(0.2, 0.5)}L${at(0.45, 0.85)}L${at(0.95, 0.1)}" fill="none" stroke="#1a2f8f" stroke-width="5"/></svg>`;
  return sharp(picture)
    .composite([{ input: Buffer.from(pen) }])
    .jpeg({ quality: 85 })
    .toBuffer();
}
