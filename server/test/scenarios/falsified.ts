import type { Scenario, ScenarioEvent, ScenarioOutcome } from '../../scripts/scenarios/scenario.ts';
import { answersTo } from '../../scripts/scenarios/scenario.ts';

/** A scenario with one expectation changed, and the place of it. */
export interface Falsified {
  readonly where: string;
  readonly scenario: Scenario;
}

/** One copy for every expectation of the scenario; a number is off by the smallest part somebody could round away. */
export function falsifiedCopies(scenario: Scenario): Falsified[] {
  const { events, expected } = scenario;
  const copies: Falsified[] = events.map((event, at) => ({
    where: `events[${String(at)}].expect`,
    scenario: { ...scenario, events: events.with(at, otherwise(event)) },
  }));
  const withOutcome = (where: string, outcome: ScenarioOutcome): void => {
    copies.push({ where: `expected.${where}`, scenario: { ...scenario, expected: outcome } });
  };
  withOutcome('total', { ...expected, total: aLittleMore(expected.total) });
  withOutcome('participating', { ...expected, participating: aLittleMore(expected.participating) });
  withOutcome('quorum', { ...expected, quorum: !expected.quorum });
  for (const [at, item] of expected.items.entries()) {
    const withItem = (field: keyof typeof item, value: string | boolean): void =>
      withOutcome(`items[${String(at)}].${field}`, {
        ...expected,
        items: expected.items.with(at, { ...item, [field]: value }),
      });
    withItem('rule', item.rule === 'S' ? 'A50' : 'S');
    for (const side of ['for', 'against', 'abstain', 'invalid'] as const) withItem(side, aLittleMore(item[side]));
    withItem('quorum', !item.quorum);
    withItem('adopted', !item.adopted);
  }
  return copies;
}

function otherwise(event: ScenarioEvent): ScenarioEvent {
  const other = answersTo[event.type].find((answer) => answer !== event.expect);
  return { ...event, expect: other ?? 'REFUSED_CLOSED' };
}

function aLittleMore(written: string): string {
  const [top = '', bottom = '1'] = written.includes('.') ? decimal(written) : written.split('/');
  const finer = 1_000_000_007n;
  return `${String(BigInt(top) * finer + 1n)}/${String(BigInt(bottom) * finer)}`;
}

function decimal(written: string): [string, string] {
  const decimals = written.length - written.indexOf('.') - 1;
  return [written.replace('.', ''), `1${'0'.repeat(decimals)}`];
}
