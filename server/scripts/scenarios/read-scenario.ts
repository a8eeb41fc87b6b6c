import { readEvents } from './read-events.ts';
import { readHouse } from './read-house.ts';
import type { Scenario, ScenarioAssembly, ScenarioOutcome } from './scenario.ts';
import { BadScenario, Written } from './written-value.ts';

/** Reads a scenario from the text of its file; throws BadScenario with the place and the reason. */
export function readScenario(text: string): Scenario {
  const file = new Written(parsed(text), '');
  const name = file.field('name').text();
  const why = file.field('why').optional((reason) => reason.text()) ?? '';
  const house = readHouse(file.field('house'));
  const assembly = readAssembly(file.field('assembly'), new Set(house.premises.map((premises) => premises.number)));
  const events = readEvents(file.field('events'), house, assembly);
  const expected = readOutcome(file.field('expected'));
  file.allFieldsRead();
  if (expected.items.length !== assembly.agenda.length) {
    throw file.field('expected').field('items').wrong('as many items as the agenda has are needed');
  }
  return { name, why, house, assembly, events, expected };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new BadScenario(`this is no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function readAssembly(assembly: Written, premises: ReadonlySet<string>): ScenarioAssembly {
  const read: ScenarioAssembly = {
    form: assembly.field('form').oneOf(['SYSTEM', 'ADVISORY']),
    noticeAt: assembly.field('noticeAt').moment(),
    opensAt: assembly.field('opensAt').moment(),
    closesAt: assembly.field('closesAt').moment(),
    paperAcceptedUntil: assembly.field('paperAcceptedUntil').optional((until) => until.moment()),
    agenda: assembly
      .field('agenda')
      .list()
      .map((item) => {
        const one = {
          code: item.field('code').text(),
          entrance: item.field('entrance').optional((entrance) => entrance.whole()),
          premises: item.field('premises').optional((number) => number.among(premises)),
        };
        item.allFieldsRead();
        return one;
      }),
  };
  assembly.allFieldsRead();
  return read;
}

function readOutcome(outcome: Written): ScenarioOutcome {
  const read: ScenarioOutcome = {
    total: outcome.field('total').amount(),
    participating: outcome.field('participating').amount(),
    quorum: outcome.field('quorum').flag(),
    items: outcome
      .field('items')
      .list()
      .map((item) => {
        const one = {
          rule: item.field('rule').text(),
          for: item.field('for').amount(),
          against: item.field('against').amount(),
          abstain: item.field('abstain').amount(),
          invalid: item.field('invalid').amount(),
          quorum: item.field('quorum').flag(),
          adopted: item.field('adopted').flag(),
        };
        item.allFieldsRead();
        return one;
      }),
  };
  outcome.allFieldsRead();
  return read;
}
