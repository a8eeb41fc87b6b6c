import { writeFileSync } from 'node:fs';

export interface Measured {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
}

export interface Ratio {
  /** What the figure is held against. */
  readonly to: string;
  readonly value: number;
  readonly goal: number;
  /** true: the goal is a limit from above. */
  readonly atMost?: boolean;
}

/** What one bench found: figures and peers of the same run, and how they compare. */
export interface BenchReport {
  readonly name: string;
  readonly results: readonly Measured[];
  readonly ratios: readonly Ratio[];
}

export function isMet({ value, goal, atMost }: Ratio): boolean {
  return atMost === true ? value <= goal : value >= goal;
}

export function printReport({ name, results, ratios }: BenchReport): void {
  console.log(`\n${name}`);
  const width = Math.max(...[...results.map(({ what }) => what), ...ratios.map(({ to }) => to)].map((t) => t.length));
  for (const { what, value, unit } of results) console.log(`  ${what.padEnd(width)}  ${written(value)} ${unit}`);
  for (const ratio of ratios) {
    const asked = `${ratio.atMost === true ? '≤' : '≥'} ${written(ratio.goal)}`;
    console.log(
      `  ${ratio.to.padEnd(width)}  ${written(ratio.value)}  goal ${asked}: ${isMet(ratio) ? 'met' : 'NOT MET'}`,
    );
  }
}

/** One report as it is; several as a list. */
export function writeReports(file: string, reports: readonly BenchReport[]): void {
  writeFileSync(file, `${JSON.stringify(reports.length === 1 ? reports[0] : reports, null, 2)}\n`);
}

/** Three digits that mean something; the JSON keeps all. */
function written(value: number): string {
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en');
  return String(Number(value.toPrecision(3)));
}
