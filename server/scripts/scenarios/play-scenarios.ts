import { activate } from './people.ts';
import type { Api } from './api.ts';
import type { Played } from './difference.ts';
import { Performance } from './performance.ts';
import type { Scenario } from './scenario.ts';
import type { Stage } from './stage.ts';

/** What came of a scenario, or why it could not be played to its end. */
export type Playing = { readonly ok: true; readonly played: Played } | { readonly ok: false; readonly why: string };

/** When everything before the first step of the earliest is entered. */
export function beginningOf(scenarios: readonly Scenario[]): number {
  return Math.min(...scenarios.map((scenario) => Performance.beginningOf(scenario)));
}

/**
 * Plays scenarios on one stage whose clock stands at their beginning: each in a house of its own, all steps of all of them
 * in one order of time, as assemblies of a city run side by side. Public operations only.
 */
export async function playScenarios(stage: Stage, scenarios: readonly Scenario[]): Promise<Playing[]> {
  const admin = await firstAdministrator(stage);
  const performances = scenarios.map((scenario, at) => new Performance(stage, admin, scenario, at));
  const steps = performances.flatMap((performance) => performance.steps());
  const failures = new Map<Performance, string>();
  for (const { at, of, act } of steps.toSorted((one, other) => one.at - other.at)) {
    if (failures.has(of)) continue;
    stage.clock.set(at);
    try {
      await act();
    } catch (error) {
      failures.set(of, error instanceof Error ? error.message : String(error));
    }
  }
  return performances.map((performance) => {
    const why = failures.get(performance);
    return why === undefined ? { ok: true, played: performance.played() } : { ok: false, why };
  });
}

async function firstAdministrator({ url, firstInvitation, clock }: Stage): Promise<Api> {
  const secret = (firstInvitation ?? '').split('#')[1] ?? '';
  return activate(url, secret, clock.now());
}
