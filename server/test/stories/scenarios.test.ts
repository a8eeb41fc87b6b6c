import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { differencesIn } from '../../scripts/scenarios/difference.ts';
import { perform, problemsOf } from '../../scripts/scenarios/perform.ts';
import type { Playing } from '../../scripts/scenarios/play-scenarios.ts';
import { readScenario } from '../../scripts/scenarios/read-scenario.ts';
import { falsifiedCopies } from '../scenarios/falsified.ts';

const repository = join(import.meta.dirname, '../../..');
/** The examples beside the repository are played where somebody has put them. */
const files = globSync(['server/test/scenarios/*.json', '../shared/examples/*.json'], { cwd: repository }).toSorted();

describe('the law that runs', () => {
  const scenarios = files.map((file) => readScenario(readFileSync(join(repository, file), 'utf8')));
  let playings: Playing[] = [];

  beforeAll(async () => {
    playings = await perform(inject('postgres').superuserUrl, scenarios);
  }, 300_000);

  const cases = files.map((file, at) => [file, at] as const);

  it.each(cases)('%s passes', (_file, at) => {
    const [scenario, playing] = [scenarios[at], playings[at]];
    expect(scenario && playing && problemsOf(scenario, playing)).toEqual([]);
  });

  it.each(cases)('%s does not pass with any one of its expectations falsified', (_file, at) => {
    const [scenario, playing] = [scenarios[at], playings[at]];
    if (!scenario || playing?.ok !== true) throw new Error('it was not played');
    for (const copy of falsifiedCopies(scenario)) {
      const found = differencesIn(copy.scenario, playing.played).map(({ where }) => where.split(' ')[0]);
      expect(found).toEqual([copy.where]);
    }
  });
});
