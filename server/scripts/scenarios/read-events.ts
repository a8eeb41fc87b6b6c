import { answersTo, marks, type ScenarioAssembly, type ScenarioEvent, type ScenarioHouse } from './scenario.ts';
import type { Written } from './written-value.ts';

/** What an event may name. */
interface Known {
  readonly owners: ReadonlySet<string>;
  readonly premises: ReadonlySet<string>;
  readonly items: number;
  readonly submissions: Set<string>;
  readonly proxies: Set<string>;
}

export function readEvents(list: Written, house: ScenarioHouse, assembly: ScenarioAssembly): ScenarioEvent[] {
  const known: Known = {
    owners: new Set(house.owners.map(({ key }) => key)),
    premises: new Set(house.premises.map(({ number }) => number)),
    items: assembly.agenda.length,
    submissions: new Set(),
    proxies: new Set(),
  };
  let before = -Infinity;
  return list.list().map((written) => {
    const event = readEvent(written, known);
    written.allFieldsRead();
    if (Date.parse(event.at) < before) throw written.field('at').wrong('the events do not stand in order of time');
    before = Date.parse(event.at);
    return event;
  });
}

function readEvent(event: Written, known: Known): ScenarioEvent {
  const type = event.field('type').oneOf(Object.keys(answersTo) as ScenarioEvent['type'][]);
  const at = event.field('at').moment();
  const expect = event.field('expect').oneOf(answersTo[type]);
  const owner = (name: string): string => event.field(name).among(known.owners);
  const premises = (): string => event.field('premises').among(known.premises);
  switch (type) {
    case 'ELECTRONIC':
      return {
        type,
        at,
        expect,
        id: readId(event, known.submissions),
        by: owner('by'),
        owner: event.field('owner').optional((one) => one.among(known.owners)),
        premises: event
          .field('premises')
          .list()
          .map((number) => number.among(known.premises)),
        answers: readAnswers(event, known, (answer) => answer.nullable((mark) => mark.oneOf(marks))),
      };
    case 'PAPER':
      return {
        type,
        at,
        expect,
        id: readId(event, known.submissions),
        owner: owner('owner'),
        premises: premises(),
        receivedAt: event.field('receivedAt').moment(),
        by: event.field('by').optional((one) => one.among(known.owners)),
        signed: event.field('signed').optional((signed) => signed.flag()) ?? true,
        answers: readAnswers(
          event,
          known,
          (answer) => answer.nullable((boxes) => boxes.oneOrMore().map((mark) => mark.oneOf(marks))) ?? [],
        ),
      };
    case 'TRANSFER':
      return {
        type,
        at,
        expect,
        premises: premises(),
        from: owner('from'),
        to: event
          .field('to')
          .oneOrMore()
          .map((one) => one.among(known.owners)),
        share: event.field('share').optional((share) => share.amount()),
      };
    case 'CORRECT_AREA':
      return { type, at, expect, premises: premises(), area: event.field('area').amount() };
    case 'PROXY':
      return {
        type,
        at,
        expect,
        owner: owner('owner'),
        holder: owner('holder'),
        id: readId(event, known.proxies) ?? event.field('id').text(),
        validFrom: event.field('validFrom').moment(),
        validUntil: event.field('validUntil').moment(),
        premises: event.field('premises').optional((list) => list.list().map((one) => one.among(known.premises))),
        mayVote: event.field('mayVote').optional((may) => may.flag()) ?? true,
      };
    case 'REVOKE_PROXY':
      return { type, at, expect, proxy: event.field('proxy').among(known.proxies) };
    case 'UPHOLD_DISPUTE':
      return { type, at, expect, ballot: event.field('ballot').among(known.submissions) };
    default:
      return type satisfies never;
  }
}

function readId(event: Written, ids: Set<string>): string | null {
  const id = event.field('id').optional((one) => one.text());
  if (id === null) return null;
  if (ids.has(id)) throw event.field('id').wrong(`"${id}" stands twice`);
  ids.add(id);
  return id;
}

function readAnswers<Answer>(event: Written, known: Known, read: (answer: Written) => Answer): Answer[] {
  const answers = event.field('answers').list().map(read);
  if (answers.length > known.items) throw event.field('answers').wrong('there are more answers than items');
  return answers;
}
