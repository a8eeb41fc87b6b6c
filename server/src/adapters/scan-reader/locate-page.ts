import { type DarkSquare, findDarkSquares } from './dark-squares.ts';
import { areaAt, homography, project, type Homography } from './homography.ts';
import type { QrCode } from './qr-code.ts';
import type { PagePlan, Point } from '../../kernel/scan-reader.ts';
import { type Raster, Unreadable } from './scan.ts';

/** How far, in mm, the code may lie from where the corners say: more, and the paper is bent or a corner is not one. */
const mostWarpMm = 1.5;
/** How far from its place as the code alone predicts it a corner is looked for, as a part of the page's way to it. */
const searchPart = 0.3;
const nearest = 5;

/** Where every mm of the page lies in the picture. The code says what is up, the four corners say exactly where. */
export function locatePage(page: Raster, plan: PagePlan, code: QrCode): Homography {
  const { x, y, sizeMm } = plan.qr;
  const printed = [
    { x, y },
    { x: x + sizeMm, y },
    { x: x + sizeMm, y: y + sizeMm },
    { x, y: y + sizeMm },
  ];
  const squares = findDarkSquares(page);
  const byCorner = plan.corners.map((corner) => candidates(squares, corner, plan, code));
  if (byCorner.length !== 4 || byCorner.some((each) => each.length === 0)) throw new Unreadable('CORNERS_NOT_FOUND');
  let best: Homography | null = null;
  let leastWarp = Number.POSITIVE_INFINITY;
  for (const four of combinations(byCorner)) {
    const map = homography(plan.corners, four);
    if (map === null || !four.every((square, at) => hasItsSize(map, square, plan, at))) continue;
    const back = homography(four, plan.corners);
    if (back === null) continue;
    const warp = Math.max(
      ...code.corners.map((corner, at) => distance(project(back, corner.x, corner.y), printed[at] ?? corner)),
    );
    if (warp < leastWarp) [best, leastWarp] = [map, warp];
  }
  if (best === null) throw new Unreadable('CORNERS_NOT_FOUND');
  if (leastWarp > mostWarpMm) throw new Unreadable('TOO_WARPED');
  return best;
}

function candidates(squares: readonly DarkSquare[], corner: Point, plan: PagePlan, code: QrCode): DarkSquare[] {
  const [a, b, , d] = code.corners;
  if (!a || !b || !d) return [];
  const [right, down] = [(corner.x - plan.qr.x) / plan.qr.sizeMm, (corner.y - plan.qr.y) / plan.qr.sizeMm];
  const place = {
    x: a.x + (b.x - a.x) * right + (d.x - a.x) * down,
    y: a.y + (b.y - a.y) * right + (d.y - a.y) * down,
  };
  const side = (distance(a, b) + distance(a, d)) / 2;
  const expected = (side * plan.cornerMm) / plan.qr.sizeMm;
  const within = side * 0.5 + distance(a, place) * searchPart;
  return squares
    .filter(({ area }) => area > expected * expected * 0.4 && area < expected * expected * 2.2)
    .map((square) => ({ square, away: distance(square, place) }))
    .filter(({ away }) => away < within)
    .toSorted((one, other) => one.away - other.away)
    .slice(0, nearest)
    .map(({ square }) => square);
}

function* combinations(byCorner: readonly (readonly DarkSquare[])[]): Generator<DarkSquare[]> {
  const [first, ...others] = byCorner;
  if (!first) {
    yield [];
    return;
  }
  for (const rest of combinations(others))
    for (const square of first) if (!rest.includes(square)) yield [square, ...rest];
}

function hasItsSize(map: Homography, square: DarkSquare, plan: PagePlan, at: number): boolean {
  const corner = plan.corners[at];
  if (!corner) return false;
  const part = square.area / (areaAt(map, corner) * plan.cornerMm * plan.cornerMm);
  return part > 0.7 && part < 1.35;
}

function distance(one: Point, other: Point): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}
