import { readFileSync } from 'node:fs';
import type { Difference } from './difference.ts';
import { beginningOf, playScenario } from './play-scenario.ts';
import { readScenario } from './read-scenario.ts';
import type { Scenario } from './scenario.ts';
import { openStage } from './stage.ts';
import { BadScenario } from './written-value.ts';

/** Plays a scenario on a fresh stage of its own. */
export async function perform(superuserUrl: string, scenario: Scenario): Promise<Difference[]> {
  const stage = await openStage(superuserUrl, beginningOf(scenario));
  try {
    return await playScenario(stage, scenario);
  } finally {
    await stage.stop();
  }
}

/** What is wrong with a file, a line each; nothing when it passes. */
export async function examineFile(superuserUrl: string, path: string): Promise<string[]> {
  try {
    const differences = await perform(superuserUrl, readScenario(readFileSync(path, 'utf8')));
    return differences.map(({ where, expected, got }) => `${where}: expected ${expected}, got ${got}`);
  } catch (error) {
    if (error instanceof BadScenario) return [`it is no scenario: ${error.message}`];
    return [`it could not be played: ${error instanceof Error ? error.message : String(error)}`];
  }
}
