import type { PageLayout } from '../../src/modules/paper/rules/page-layout.ts';
import type { Chance } from '../../test/oracle/chance.ts';

/** What the owner did to a box; STRUCK_OUT is a mark taken back. */
export type BoxTruth = 'EMPTY' | 'MARKED' | 'STRUCK_OUT';

type Stroke = readonly (readonly [number, number])[];

export interface MarkedBoxes {
  readonly svg: string;
  /** In the order of the layout's boxes. */
  readonly truth: readonly BoxTruth[];
}

const inks = ['#1a2f8f', '#23389f', '#2a4db8', '#10206a', '#181818', '#222226', '#2b2b30'] as const;

/** Answers every item with one pen and one habit, as people do; now and then something is taken back or left out. */
export function drawMarks(layout: PageLayout, chance: Chance): MarkedBoxes {
  const ink = chance.of(inks);
  const width = chance.between(0.45, 0.95);
  const habit = chance.of([tick, tick, tick, cross, cross, filled]);
  const truth: BoxTruth[] = layout.boxes.map(() => 'EMPTY');
  const strokes: Stroke[] = [];
  const mark = (box: number, becomes: BoxTruth): void => {
    const place = layout.boxes[box];
    if (!place) return;
    truth[box] = becomes;
    const size = place.sizeMm;
    const drawn = [...habit(chance, width / size)];
    if (becomes === 'STRUCK_OUT') drawn.push(...chance.of([scribble, strikes, oneStrike])(chance));
    for (const stroke of drawn) strokes.push(stroke.map(([x, y]) => [place.x + x * size, place.y + y * size]));
  };
  for (let first = 0; first < layout.boxes.length; first += 3) {
    const chosen = first + chance.of([0, 0, 0, 1, 2]);
    const happens = chance.next();
    if (happens < 0.04) continue;
    mark(chosen, happens < 0.1 ? 'STRUCK_OUT' : 'MARKED');
    const another = first + ((chosen - first + chance.whole(1, 2)) % 3);
    if (happens < 0.08) mark(another, 'MARKED');
    if (happens > 0.98) mark(another, 'MARKED');
  }
  const paths = strokes.map((stroke) => `<path d="${curve(stroke, chance)}"/>`);
  const svg = `<g fill="none" stroke="${ink}" stroke-width="${width.toFixed(2)}" stroke-linecap="round"
    stroke-linejoin="round">${paths.join('')}</g>`;
  return { svg, truth };
}

function tick(chance: Chance): Stroke[] {
  const foot: [number, number] = [chance.between(0.35, 0.5), chance.between(0.75, 0.95)];
  return [
    [
      [chance.between(0.08, 0.25), chance.between(0.4, 0.6)],
      foot,
      [chance.between(0.85, 1.25), chance.between(-0.2, 0.2)],
    ],
  ];
}

function cross(chance: Chance): Stroke[] {
  const near = (value: number): number => value + chance.between(-0.1, 0.1);
  return [
    [
      [near(0.1), near(0.1)],
      [near(0.9), near(0.9)],
    ],
    [
      [near(0.9), near(0.1)],
      [near(0.1), near(0.9)],
    ],
  ];
}

/** To and fro, close enough that hardly any paper is seen. */
function filled(chance: Chance, width: number): Stroke[] {
  const stroke: [number, number][] = [];
  const lines = Math.ceil(0.9 / (width * 0.75));
  for (let line = 0; line <= lines; line += 1) {
    const y = 0.07 + (0.86 * line) / lines;
    const ends: [number, number][] = [
      [chance.between(0.03, 0.1), y],
      [chance.between(0.9, 0.97), y],
    ];
    stroke.push(...(line % 2 === 0 ? ends : ends.toReversed()));
  }
  return [stroke];
}

function scribble(chance: Chance): Stroke[] {
  const stroke: [number, number][] = [];
  const turns = chance.whole(5, 9);
  for (let turn = 0; turn <= turns; turn += 1)
    stroke.push([
      turn % 2 === 0 ? chance.between(-0.3, 0) : chance.between(1, 1.3),
      chance.between(-0.1, 0.1) + turn / turns,
    ]);
  return [stroke];
}

function strikes(chance: Chance): Stroke[] {
  return Array.from({ length: chance.whole(2, 3) }, (_, at): Stroke => {
    const y = 0.25 + at * 0.25;
    return [
      [chance.between(-0.35, -0.05), y + chance.between(-0.12, 0.12)],
      [chance.between(1.05, 1.35), y + chance.between(-0.12, 0.12)],
    ];
  });
}

function oneStrike(chance: Chance): Stroke[] {
  return [
    [
      [chance.between(-0.35, -0.1), chance.between(0.2, 0.8)],
      [chance.between(1.1, 1.35), chance.between(0.2, 0.8)],
    ],
  ];
}

/** A hand does not draw straight. */
function curve(stroke: Stroke, chance: Chance): string {
  const bend = (): number => chance.between(-0.25, 0.25);
  return stroke
    .map(([x, y], at) => {
      const before = stroke[at - 1];
      if (!before) return `M${x.toFixed(2)} ${y.toFixed(2)}`;
      const [bx, by] = [(before[0] + x) / 2 + bend(), (before[1] + y) / 2 + bend()];
      return `Q${bx.toFixed(2)} ${by.toFixed(2)} ${x.toFixed(2)} ${y.toFixed(2)}`;
    })
    .join('');
}
