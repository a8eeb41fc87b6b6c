import { type BoxPatch, fineness } from './box-patch.ts';
import type { BoxReading } from '../../kernel/scan-reader.ts';

/** Darker than this is ink; between the two is something, nobody knows what. */
const inkFrom = 0.4;
const faintFrom = 0.2;
/** From the middle of the outline to where its own ink certainly ends. */
const insetMm = 0.55;
/** Outside of the outline, and inside of the line that the form prints 1.2 mm below it: at 200 dpi that may be drawn at 1.0 mm. */
const ringMm = { from: 0.5, to: 0.9 };

/** What is in a box. Whatever is not plainly a tick, a cross, a filled box or nothing at all is a person's to decide. */
export function judgeBox(patch: BoxPatch): Pick<BoxReading, 'verdict' | 'ink'> {
  const from = Math.round(insetMm * fineness);
  const length = patch.size - 2 * from;
  const inked = new Uint8Array(length * length);
  let [ink, faint, stain] = [0, 0, 0];
  for (let row = 0; row < length; row += 1)
    for (let column = 0; column < length; column += 1) {
      const at = (patch.top + from + row) * patch.side + patch.left + from + column;
      const darkness = patch.darkness[at] ?? 0;
      if (darkness <= faintFrom) continue;
      if (patch.stained[at] === 1) stain += 1;
      else if (darkness > inkFrom) {
        ink += 1;
        inked[row * length + column] = 1;
      } else faint += 1;
    }
  const area = length * length;
  const { around, through } = inkAround(patch);
  return {
    ink: ink / area,
    verdict: verdictOf(
      { ink: ink / area, faint: faint / area, stain: stain / area, around, through },
      patch.outline,
      inked,
      length,
    ),
  };
}

interface Cover {
  readonly ink: number;
  readonly faint: number;
  readonly stain: number;
  readonly around: number;
  /** Ink outside both to the left and to the right: a line through the box. */
  readonly through: boolean;
}

function verdictOf(cover: Cover, outline: number, inked: Uint8Array, length: number): BoxReading['verdict'] {
  if (outline < 0.25 || cover.stain > 0.02) return 'DOUBTFUL';
  if (cover.ink < 0.002 && cover.faint < 0.02 && cover.around < 0.03) return 'EMPTY';
  // A line through a filled box is seen by its ends only.
  if (cover.ink > 0.8) return cover.around < 0.006 ? 'MARKED' : 'DOUBTFUL';
  const plain = cover.ink > 0.06 && cover.ink < 0.5 && cover.faint < cover.ink && !cover.through;
  return plain && isPlainStroke(inked, length) ? 'MARKED' : 'DOUBTFUL';
}

/**
 * A tick or a cross is met at most twice by a line across the box, and never along it; what strikes a mark out is met
 * more often, or runs from side to side.
 */
function isPlainStroke(inked: Uint8Array, length: number): boolean {
  let often = 0;
  let longest = 0;
  for (const [across, along] of [
    [1, length],
    [length, 1],
  ] as const)
    for (let line = 0; line < length; line += 1) {
      let [runs, run, gap] = [0, 0, 9];
      for (let at = 0; at < length; at += 1) {
        if (inked[line * along + at * across] === 1) {
          if (gap >= 3) run = 0;
          run += 1 + (gap < 3 ? gap : 0);
          gap = 0;
          if (run === 2) runs += 1;
          longest = Math.max(longest, run);
        } else gap += 1;
      }
      if (runs > 2) often += 1;
    }
  return often <= 0.06 * 2 * length && longest < 0.7 * length;
}

/** Ink close outside the outline. */
function inkAround({ darkness, side, left, top, size }: BoxPatch): Pick<Cover, 'around' | 'through'> {
  const [near, far] = [Math.round(ringMm.from * fineness), Math.round(ringMm.to * fineness)];
  let [ink, area, before, after] = [0, 0, 0, 0];
  for (let row = top - far; row <= top + size + far; row += 1)
    for (let column = left - far; column <= left + size + far; column += 1) {
      const out = Math.max(left - column, column - left - size, top - row, row - top - size);
      if (out < near) continue;
      area += 1;
      if ((darkness[row * side + column] ?? 0) <= inkFrom) continue;
      ink += 1;
      if (column <= left - near) before += 1;
      if (column >= left + size + near) after += 1;
    }
  return { around: ink / area, through: before > 8 && after > 8 };
}
