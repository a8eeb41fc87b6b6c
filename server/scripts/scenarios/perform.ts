import { readFileSync } from 'node:fs';
import { differencesIn } from './difference.ts';
import { beginningOf, playScenarios, type Playing } from './play-scenarios.ts';
import { readScenario } from './read-scenario.ts';
import type { Scenario } from './scenario.ts';
import { openStage } from './stage.ts';
import { BadScenario } from './written-value.ts';

/** Plays scenarios side by side on a fresh stage of their own. */
export async function perform(superuserUrl: string, scenarios: readonly Scenario[]): Promise<Playing[]> {
  const stage = await openStage(superuserUrl, beginningOf(scenarios));
  try {
    return await playScenarios(stage, scenarios);
  } finally {
    await stage.stop();
  }
}

/** What is wrong with a file, a line each; nothing when it passes. */
export async function examineFile(superuserUrl: string, path: string): Promise<string[]> {
  try {
    const scenario = readScenario(readFileSync(path, 'utf8'));
    const [playing] = await perform(superuserUrl, [scenario]);
    return problemsOf(scenario, playing ?? { ok: false, why: 'it was not played' });
  } catch (error) {
    if (error instanceof BadScenario) return [`it is no scenario: ${error.message}`];
    return [notPlayed(error instanceof Error ? error.message : String(error))];
  }
}

export function problemsOf(scenario: Scenario, playing: Playing): string[] {
  if (!playing.ok) return [notPlayed(playing.why)];
  return differencesIn(scenario, playing.played).map(
    ({ where, expected, got }) => `${where}: expected ${expected}, got ${got}`,
  );
}

function notPlayed(why: string): string {
  return `it could not be played: ${why}`;
}
