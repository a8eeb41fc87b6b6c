/** The layout of every page of a form, from what the typesetter says of the boxes it has set. */
import type { PageLayout } from './page-layout.ts';

type Answer = PageLayout['boxes'][number]['answer'];

/** A box as the typesetter tells it: the page from 1, the top left corner in mm. */
export interface MeasuredBox {
  readonly item: number;
  readonly answer: Answer;
  readonly page: number;
  readonly x: number;
  readonly y: number;
}

const corners = [
  { x: 12, y: 12 },
  { x: 198, y: 12 },
  { x: 198, y: 285 },
  { x: 12, y: 285 },
] as const;

/** A hundredth of a millimetre is beyond what any printer or scanner keeps. */
const rounded = (millimetres: number): number => Math.round(millimetres * 100) / 100;

export function layPages(pages: number, measured: readonly MeasuredBox[]): readonly PageLayout[] {
  return Array.from({ length: pages }, (_, at) => ({
    widthMm: 210,
    heightMm: 297,
    corners,
    cornerMm: 6,
    qr: { x: 166, y: 20, sizeMm: 30 },
    boxes: measured
      .filter(({ page }) => page === at + 1)
      .map(({ item, answer, x, y }) => ({ item, answer, x: rounded(x), y: rounded(y), sizeMm: 6 })),
  }));
}

/** Every item has its three boxes, each once. */
export function isWhole(items: number, measured: readonly MeasuredBox[]): boolean {
  const set = new Set(measured.map(({ item, answer }) => `${item} ${answer}`));
  return set.size === measured.length && set.size === items * 3;
}
