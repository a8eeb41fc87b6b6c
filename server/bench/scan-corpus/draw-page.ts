import QRCode from 'qrcode';
import type { PageLayout } from '../../src/modules/paper/rules/page-layout.ts';
import type { Chance } from '../../test/oracle/chance.ts';

const answers = ['FOR', 'AGAINST', 'ABSTAIN'] as const;
const signs = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

/** A page of so many items, laid out as ballots are. */
export function layoutOf(items: number): PageLayout {
  const rowMm = Math.min(22, 170 / items);
  return {
    widthMm: 210,
    heightMm: 297,
    corners: [
      { x: 12, y: 12 },
      { x: 198, y: 12 },
      { x: 198, y: 285 },
      { x: 12, y: 285 },
    ],
    cornerMm: 6,
    qr: { x: 166, y: 20, sizeMm: 30 },
    boxes: Array.from({ length: items }, (_, item) =>
      answers.map((answer, at) => ({
        item: item + 1,
        answer,
        x: [62, 98, 140][at] ?? 0,
        y: 84 + item * rowMm + 0.6 * rowMm,
        sizeMm: 6,
      })),
    ).flat(),
  };
}

/** As long as what is printed on ballots: a signed name in the 45 signs that a code packs tightest. */
export function codeText(chance: Chance): string {
  return Array.from({ length: 118 }, () => signs.charAt(chance.whole(0, 44))).join('');
}

/** The printed page as SVG in mm, without its frame. */
export function drawPage(layout: PageLayout, code: string, chance: Chance): string {
  const { corners, cornerMm, qr, boxes } = layout;
  const squares = corners.map(({ x, y }) => rectangle(x - cornerMm / 2, y - cornerMm / 2, cornerMm, cornerMm));
  const { modules } = QRCode.create(code, { errorCorrectionLevel: 'Q' });
  const cell = qr.sizeMm / modules.size;
  let path = '';
  for (let row = 0; row < modules.size; row += 1)
    for (let column = 0; column < modules.size; column += 1)
      if (modules.get(row, column) === 1)
        path += `M${fixed(qr.x + column * cell)} ${fixed(qr.y + row * cell)}h${fixed(cell)}v${fixed(cell)}h-${fixed(cell)}z`;
  const lines: string[] = [
    writing(20, 24, 120, 4, chance),
    writing(20, 32, 90, 3, chance),
    writing(20, 40, 130, 3, chance),
  ];
  for (let y = 58; y < 78; y += 5) lines.push(writing(20, y, chance.between(60, 168), 2.4, chance));
  const rows = [...new Set(boxes.map(({ y }) => y))];
  const rowMm = (rows[1] ?? 100) - (rows[0] ?? 80);
  for (const y of rows) {
    lines.push(writing(20, y + 4.4, 36, 2.4, chance));
    // As on the form, nothing is printed within 2 mm of a box above or below it.
    for (let line = 1; line * 4.4 < rowMm - 9.4; line += 1)
      lines.push(writing(20, y - line * 4.4 + 1.2, chance.between(100, 168), 2.6, chance));
    lines.push(`<path d="M20 ${fixed(y + 7.2)}h170" stroke-width="0.1"/>`);
  }
  for (const box of boxes)
    lines.push(writing(box.x + 7.7, box.y + 4.4, [6, 15, 26][answers.indexOf(box.answer)] ?? 6, 2.6, chance));
  const outlines = boxes.map(
    ({ x, y, sizeMm }) =>
      `<rect x="${fixed(x)}" y="${fixed(y)}" width="${String(sizeMm)}" height="${String(sizeMm)}" stroke-width="0.4"/>`,
  );
  return `<g fill="#111">${squares.join('')}<path shape-rendering="crispEdges" d="${path}"/></g>
    <g fill="none" stroke="#111">${outlines.join('')}${lines.join('')}</g>`;
}

/** Strokes as dense and as high as letters: no font is the same on two machines. */
function writing(x: number, y: number, length: number, height: number, chance: Chance): string {
  let path = '';
  let at = x;
  while (at < x + length) {
    const letters = chance.whole(2, 9);
    for (let letter = 0; letter < letters && at < x + length; letter += 1) {
      const [wide, high] = [height * chance.between(0.35, 0.6), height * chance.of([0.7, 0.7, 0.7, 1])];
      path += chance.is(0.6)
        ? `M${fixed(at)} ${fixed(y)}v-${fixed(high)}l${fixed(wide)} ${fixed(high)}v-${fixed(high)}`
        : `M${fixed(at)} ${fixed(y - high / 2)}a${fixed(wide / 2)} ${fixed(high / 2)} 0 1 1 0 0.02`;
      at += wide + height * 0.2;
    }
    at += height * 0.45;
  }
  return `<path d="${path}" stroke-width="${fixed(height * 0.11)}"/>`;
}

function rectangle(x: number, y: number, width: number, height: number): string {
  return `<rect x="${fixed(x)}" y="${fixed(y)}" width="${fixed(width)}" height="${fixed(height)}"/>`;
}

function fixed(value: number): string {
  return value.toFixed(3);
}
