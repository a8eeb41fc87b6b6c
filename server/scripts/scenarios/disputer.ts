import type { Scenario } from './scenario.ts';

/** Who says that a submission is not theirs: whoever it was in the name of, or the parent who speaks for a minor. */
export function disputerOf({ events, house }: Scenario, submission: string): string {
  for (const event of events) {
    if ((event.type !== 'ELECTRONIC' && event.type !== 'PAPER') || event.id !== submission) continue;
    const key = event.type === 'PAPER' ? event.owner : (event.owner ?? event.by);
    const owner = house.owners.find((one) => one.key === key);
    return owner?.representedBy[0] ?? key;
  }
  throw new Error(`no submission is called ${submission}`);
}

/** Whether somebody needs an account of their own here: to vote, or to dispute what was cast in their name. */
export function actsHere(scenario: Scenario, key: string): boolean {
  return scenario.events.some((event) =>
    event.type === 'UPHOLD_DISPUTE'
      ? disputerOf(scenario, event.ballot) === key
      : event.type === 'ELECTRONIC' && event.by === key,
  );
}
