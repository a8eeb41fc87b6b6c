import sharp from 'sharp';
import type { PageLayout } from '../../src/modules/paper/rules/page-layout.ts';
import { type BoxTruth, drawMarks } from './draw-marks.ts';
import { codeText, drawPage, layoutOf } from './draw-page.ts';
import { drawTroubles, scanPage, type Trouble, troubles } from './distort-page.ts';
import { Chance } from '../../test/oracle/chance.ts';

/** A scanned page, and what is really on it. */
export interface CorpusPage {
  readonly jpeg: Buffer;
  readonly code: string;
  readonly layout: PageLayout;
  readonly truth: readonly BoxTruth[];
  /** None: a clean page. */
  readonly troubles: readonly Trouble[];
}

/** The same page for the same seed and number. Every third is clean, the others carry one, two or three troubles. */
export async function makePage(seed: number, number: number): Promise<CorpusPage> {
  const chance = new Chance(Math.imul(seed, 1_000_003) + Math.imul(number, 7919));
  const on = number % 3 === 0 ? [] : troublesOf(number, chance);
  const layout = layoutOf(chance.whole(4, 9));
  const code = codeText(chance);
  const printed = drawPage(layout, code, chance);
  const marks = drawMarks(layout, chance);
  const { raster, jpegQuality } = await scanPage(printed + marks.svg + drawTroubles(on, chance), on, chance);
  const raw = { width: raster.width, height: raster.height, channels: 3 } as const;
  const picture = sharp(raster.pixels, { raw }).withMetadata({ density: 200 });
  const jpeg = await (on.includes('COLOURLESS') ? picture.grayscale() : picture)
    .jpeg({ quality: jpegQuality })
    .toBuffer();
  return { jpeg, code, layout, truth: marks.truth, troubles: on };
}

/** The page as it left the printer. */
export async function printedPicture({ layout, code }: CorpusPage): Promise<Buffer> {
  const page = drawPage(layout, code, new Chance(0));
  return sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 210 297" width="210mm" height="297mm">
        <rect width="210" height="297" fill="#fff"/>${page}</svg>`,
    ),
    { density: 150 },
  )
    .png()
    .toBuffer();
}

/** Each in its turn, so that every corpus has them all; then others by chance. */
function troublesOf(number: number, chance: Chance): Trouble[] {
  const first = troubles[(number - Math.ceil(number / 3)) % troubles.length] ?? 'TURNED';
  const others = troubles.filter(() => chance.is(0.12));
  return [...new Set([first, ...others])].slice(0, 3);
}
