import type { Scenario } from './scenario.ts';

/** One expectation that was not met. */
export interface Difference {
  readonly where: string;
  readonly expected: string;
  readonly got: string;
}

interface Votes {
  readonly exact: string;
}

/** The result as the API tells it. */
export interface PlayedOutcome {
  readonly total: Votes;
  readonly participating: Votes;
  readonly quorum: { readonly met: boolean };
  readonly items: readonly {
    readonly rule: string;
    readonly for: Votes;
    readonly against: Votes;
    readonly abstain: Votes;
    readonly invalid: Votes;
    readonly quorum: { readonly met: boolean };
    readonly adopted: boolean;
  }[];
}

export interface Played {
  /** What came of each event, in order. */
  readonly outcomes: readonly string[];
  readonly outcome: PlayedOutcome;
}

/** Every expectation of the scenario beside what really came of it; numbers are compared as numbers. */
export function differencesIn({ events, expected }: Scenario, { outcomes, outcome }: Played): Difference[] {
  const found: Difference[] = [];
  const differ = (where: string, wanted: string, got: string): void => {
    found.push({ where, expected: wanted, got });
  };
  const text = (where: string, wanted: string, got: string): void => {
    if (wanted !== got) differ(where, wanted, got);
  };
  const flag = (where: string, wanted: boolean, got: boolean): void => text(where, String(wanted), String(got));
  const number = (where: string, wanted: string, got: Votes): void => {
    if (!isSameNumber(wanted, got.exact)) differ(where, wanted, got.exact);
  };
  for (const [at, event] of events.entries()) {
    text(`events[${String(at)}].expect (${event.type}, ${event.at})`, event.expect, outcomes[at] ?? 'NOTHING');
  }
  number('expected.total', expected.total, outcome.total);
  number('expected.participating', expected.participating, outcome.participating);
  flag('expected.quorum', expected.quorum, outcome.quorum.met);
  text('expected.items', `${String(expected.items.length)} items`, `${String(outcome.items.length)} items`);
  for (const [at, item] of expected.items.entries()) {
    const counted = outcome.items[at];
    if (!counted) continue;
    const place = `expected.items[${String(at)}]`;
    text(`${place}.rule`, item.rule, counted.rule);
    for (const side of ['for', 'against', 'abstain', 'invalid'] as const) {
      number(`${place}.${side}`, item[side], counted[side]);
    }
    flag(`${place}.quorum`, item.quorum, counted.quorum.met);
    flag(`${place}.adopted`, item.adopted, counted.adopted);
  }
  return found;
}

/** "10.50", "21/2" and "42/4" are the same number. */
function isSameNumber(one: string, other: string): boolean {
  const [a, b] = [ratio(one), ratio(other)];
  return a.top * b.bottom === b.top * a.bottom;
}

function ratio(text: string): { readonly top: bigint; readonly bottom: bigint } {
  const [whole = '', below] = text.split('/');
  if (below !== undefined) return { top: BigInt(whole), bottom: BigInt(below) };
  const [units = '', decimals = ''] = whole.split('.');
  return { top: BigInt(units + decimals), bottom: 10n ** BigInt(decimals.length) };
}
