import { beforeAll, describe, expect, inject, it } from 'vitest';
import { perform, problemsOf } from '../../scripts/scenarios/perform.ts';
import type { Playing } from '../../scripts/scenarios/play-scenarios.ts';
import { readScenario } from '../../scripts/scenarios/read-scenario.ts';
import { randomScenario } from './random-scenario.ts';
import { writeScenario } from './write-scenario.ts';

/** `ORACLE_SEEDS=500` plays more, `ORACLE_FIRST_SEED=41` begins elsewhere. */
const first = Number(process.env['ORACLE_FIRST_SEED'] ?? 1);
const many = Number(process.env['ORACLE_SEEDS'] ?? 24);
/** As many are played side by side on one server. */
const together = 24;

const seeds = Array.from({ length: many }, (_seed, at) => first + at);
const batches = Array.from({ length: Math.ceil(many / together) }, (_batch, at) =>
  seeds.slice(at * together, (at + 1) * together),
);

describe.each(batches.map((batch) => ({ batch, from: batch.at(0), to: batch.at(-1) })))(
  'the product and the oracle, seeds $from to $to,',
  ({ batch }) => {
    // By way of the file it would be read from, so that a seed that fails can be kept as a case.
    const scenarios = batch.map((seed) => readScenario(writeScenario(randomScenario(seed))));
    let playings: Playing[] = [];

    beforeAll(async () => {
      playings = await perform(inject('postgres').superuserUrl, scenarios);
    }, 300_000);

    it.each(batch.map((seed, at) => [seed, at] as const))('are of one opinion on the case of seed %i', (_seed, at) => {
      const [scenario, playing] = [scenarios[at], playings[at]];
      expect(scenario && playing && problemsOf(scenario, playing)).toEqual([]);
    });
  },
);
