import { accept, activate, tokenOf } from './people.ts';
import type { Played } from './difference.ts';
import { Performance, type Staff } from './performance.ts';
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
  const staff = await openStaff(stage);
  const performances = scenarios.map((scenario, at) => new Performance(stage, staff, scenario, at));
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

async function openStaff({ url, firstInvitation, clock }: Stage): Promise<Staff> {
  const browser = await accept(url, (firstInvitation ?? '').split('#')[1] ?? '');
  const admin = await tokenOf(url, browser, clock.now());
  const card = { kind: 'PERSON', familyName: 'Second', givenName: 'Pair of eyes' };
  const { person } = await admin.make<{ person: { id: string } }>('registerPerson', card, 'person { id }');
  const { account, invitation } = await admin.make<{ account: { id: string }; invitation: { secret: string } }>(
    'invitePerson',
    { personId: person.id, login: 'second-pair-of-eyes' },
    'account { id } invitation { secret }',
  );
  await browser.make('grantRole', { accountId: account.id, role: 'PLATFORM_ADMINISTRATOR' }, 'roleGrant { id }');
  return { admin, second: await activate(url, invitation.secret, clock.now()) };
}
