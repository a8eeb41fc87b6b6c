import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readScenario } from '../../scripts/scenarios/read-scenario.ts';
import { answered } from './oracle.ts';
import { compare, readRatio } from './ratio.ts';

const repository = join(import.meta.dirname, '../../..');
const files = globSync(['../shared/examples/*.json', 'server/test/scenarios/*.json'], { cwd: repository });

describe('the oracle', () => {
  it.each(files.map((file) => [basename(file), file] as const))('is of the opinion of %s', (_name, file) => {
    const scenario = readScenario(readFileSync(join(repository, file), 'utf8'));
    const { events, expected } = answered(scenario);
    expect(events.map((event) => event.expect)).toEqual(scenario.events.map((event) => event.expect));
    expect(expected.items.map(({ rule, quorum, adopted }) => [rule, quorum, adopted])).toEqual(
      scenario.expected.items.map(({ rule, quorum, adopted }) => [rule, quorum, adopted]),
    );
    expect(expected.quorum).toBe(scenario.expected.quorum);
    const numbers = ({ total, participating, items }: typeof expected): string[] => [
      total,
      participating,
      ...items.flatMap((item) => [item.for, item.against, item.abstain, item.invalid]),
    ];
    const wanted = numbers(scenario.expected);
    const differing = numbers(expected).filter(
      (got, at) => compare(readRatio(got), readRatio(wanted[at] ?? '0')) !== 0n,
    );
    expect(differing).toEqual([]);
  });
});
