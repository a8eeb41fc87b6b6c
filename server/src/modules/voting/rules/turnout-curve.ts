/** How the house came to vote, moment by moment, and where that leads if it goes on as it did of late. */

/** Whole units of the assembly's weights received in one step of time. */
export interface CurveStep {
  readonly step: number;
  readonly units: bigint;
}

export interface CurvePoint {
  /** Steps since the opening. */
  readonly step: number;
  /** All units received until then. */
  readonly units: bigint;
}

/** The sums at the end of every step from the opening to `until`; steps in which nothing came are there too. */
export function turnoutCurve(received: readonly CurveStep[], until: number): readonly CurvePoint[] {
  const byStep = new Map<number, bigint>();
  for (const { step, units } of received) byStep.set(step, (byStep.get(step) ?? 0n) + units);
  const points: CurvePoint[] = [{ step: 0, units: 0n }];
  let units = 0n;
  for (let step = 0; step < until; step += 1) {
    units += byStep.get(step) ?? 0n;
    points.push({ step: step + 1, units });
  }
  return points;
}

/** The pace is that of the last fifth of the time gone by, and of no less than this many steps. */
const shortestWindow = 6;

/**
 * The points still to come: in every step the same part of those who have not voted yet votes as did of late. It never
 * falls and never passes the whole house. Nothing follows from less than the shortest window.
 */
export function turnoutForecast(points: readonly CurvePoint[], total: bigint, end: number): readonly CurvePoint[] {
  const last = points.at(-1);
  if (!last || last.step < shortestWindow || last.step >= end) return [];
  const window = Math.max(shortestWindow, Math.ceil(last.step / 5));
  const before = points[points.length - 1 - window]?.units ?? 0n;
  const gained = last.units - before;
  const silentThen = total - before;
  if (silentThen <= 0n) return [];
  const forecast: CurvePoint[] = [last];
  let { units } = last;
  for (let step = last.step + 1; step <= end; step += 1) {
    units += ((total - units) * gained) / (silentThen * BigInt(window));
    forecast.push({ step, units });
  }
  return forecast;
}
