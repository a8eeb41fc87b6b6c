import type { Point } from '../../kernel/scan-reader.ts';

export type Homography = readonly number[];

/** The projective map that takes four points to four others; null where they lie in a line. */
export function homography(from: readonly Point[], to: readonly Point[]): Homography | null {
  const rows: number[][] = [];
  from.forEach(({ x, y }, at) => {
    const { x: u, y: v } = to[at] ?? { x: 0, y: 0 };
    rows.push([x, y, 1, 0, 0, 0, -u * x, -u * y, u], [0, 0, 0, x, y, 1, -v * x, -v * y, v]);
  });
  const solved = solve(rows);
  return solved === null ? null : [...solved, 1];
}

export function project(map: Homography, x: number, y: number): Point {
  const term = (at: number): number => (map[at] ?? 0) * x + (map[at + 1] ?? 0) * y + (map[at + 2] ?? 0);
  const depth = term(6);
  return { x: term(0) / depth, y: term(3) / depth };
}

/** How many units of area one square unit at this point becomes. */
export function areaAt(map: Homography, { x, y }: Point): number {
  const here = project(map, x, y);
  const right = project(map, x + 0.5, y);
  const below = project(map, x, y + 0.5);
  return 4 * ((right.x - here.x) * (below.y - here.y) - (right.y - here.y) * (below.x - here.x));
}

/** Gauss with the largest pivot; each row ends with its right side. */
function solve(rows: number[][]): number[] | null {
  const size = rows.length;
  for (let column = 0; column < size; column += 1) {
    let best = column;
    for (let row = column + 1; row < size; row += 1)
      if (Math.abs(rows[row]?.[column] ?? 0) > Math.abs(rows[best]?.[column] ?? 0)) best = row;
    const pivot = rows[best] ?? [];
    const head = pivot[column] ?? 0;
    if (Math.abs(head) < 1e-9) return null;
    rows[best] = rows[column] ?? [];
    rows[column] = pivot;
    for (const row of rows) {
      const factor = (row[column] ?? 0) / head;
      if (row !== pivot && factor !== 0)
        for (let at = column; at <= size; at += 1) row[at] = (row[at] ?? 0) - factor * (pivot[at] ?? 0);
    }
  }
  return rows.map((row, at) => (row[size] ?? 0) / (row[at] ?? 1));
}
