import type { Load } from './load.ts';
import { progress } from './progress.ts';
import type { Measured } from './report.ts';

export interface Contestant {
  readonly name: string;
  /** One turn; whatever has to be put in order before or after it is not measured. */
  readonly turn: (seconds: number) => Promise<Load>;
}

export interface Standing {
  readonly name: string;
  /** Accepted a second, a turn each. */
  readonly rates: readonly number[];
  readonly p50: number;
  readonly p99: number;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? Number.NaN) + (sorted[Math.floor(middle)] ?? Number.NaN)) / 2;
}

/**
 * Everybody in turn, round after round, so that whatever else the machine does meets all alike. The first turn of each
 * warms it up and is not counted.
 */
export async function alternate(
  contestants: readonly Contestant[],
  { rounds, seconds }: { readonly rounds: number; readonly seconds: number },
): Promise<Map<string, Standing>> {
  const turns = new Map<string, Load[]>(contestants.map(({ name }) => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    const said: string[] = [];
    for (const { name, turn } of contestants) {
      const load = await turn(seconds);
      if (load.firstFailure !== null)
        throw new Error(`${name}: ${String(load.failed)} refused, first:\n${load.firstFailure}`);
      if (load.accepted === 0) throw new Error(`${name} did nothing at all`);
      if (round > 0) turns.get(name)?.push(load);
      said.push(`${name} ${String(Math.round(load.accepted / load.seconds))}/s`);
    }
    progress(`${round === 0 ? 'warm-up' : `round ${String(round)}`}: ${said.join(', ')}`);
  }
  return new Map(
    [...turns].map(([name, loads]) => [
      name,
      {
        name,
        rates: loads.map(({ accepted, seconds: took }) => accepted / took),
        p50: median(loads.map(({ p50 }) => p50)),
        p99: median(loads.map(({ p99 }) => p99)),
      },
    ]),
  );
}

/** The median, over the rounds, of how one did against the other in the same round. */
export function against(standings: ReadonlyMap<string, Standing>, one: string, other: string): number {
  const [ours, theirs] = [standings.get(one)?.rates ?? [], standings.get(other)?.rates ?? []];
  return median(ours.map((rate, at) => rate / (theirs[at] ?? Number.NaN)));
}

export function figures(standings: ReadonlyMap<string, Standing>, unit: string): Measured[] {
  return [...standings.values()].flatMap(({ name, rates, p50, p99 }) => [
    { what: name, value: median(rates), unit },
    { what: `${name}, slowest round`, value: Math.min(...rates), unit },
    { what: `${name}, p50`, value: p50, unit: 'ms' },
    { what: `${name}, p99`, value: p99, unit: 'ms' },
  ]);
}
