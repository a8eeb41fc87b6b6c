import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readScenario } from '../../scripts/scenarios/read-scenario.ts';

const good = readFileSync(join(import.meta.dirname, 'proxies.json'), 'utf8');

/** The good file with one thing in it changed. */
function broken(from: string, to: string): string {
  if (!good.includes(from)) throw new Error(`the file has no ${from}`);
  return good.replace(from, to);
}

describe('a file that is no scenario', () => {
  it.each([
    ['nothing at all', '', 'this is no JSON'],
    ['another JSON', '[]', 'the file: an object is needed'],
    ['no name', broken('"name": "Powers of attorney",', ''), 'name: a text is needed'],
    ['a misspelt field', broken('"why"', '"whi"'), 'the file: it has no field "whi"'],
    ['a misspelt field of an event', broken('"mayVote"', '"maVote"'), 'events[8]: it has no field "maVote"'],
    ['no events', broken('"events"', '"happenings"'), 'events: a list is needed'],
    [
      'an unknown kind of event',
      broken('"type": "REVOKE_PROXY"', '"type": "REVOKE"'),
      'events[13].type: "REVOKE" is none',
    ],
    [
      'an unknown answer',
      broken('"expect": "COUNTED"', '"expect": "FINE"'),
      'events[11].expect: "FINE" is none of COUNTED',
    ],
    ['an answer to another kind of event', broken('"APPLIED"', '"COUNTED"'), 'events[0].expect: "COUNTED" is none of'],
    ['an unknown mark', broken('["FOR", "FOR"]', '["FOR", "YES"]'), 'events[10].answers[1]: "YES" is none of FOR'],
    ['more answers than items', broken('["FOR", "FOR"]', '["FOR", "FOR", "FOR"]'), 'there are more answers than items'],
    [
      'an owner nobody knows',
      broken('"owner": "a", "premises": "1"', '"owner": "z", "premises": "1"'),
      '"z" is not known',
    ],
    [
      'premises nobody knows',
      broken('"premises": ["8"]', '"premises": ["88"]'),
      'events[9].premises[0]: "88" is not known',
    ],
    ['a proxy nobody registered', broken('"proxy": "pd"', '"proxy": "px"'), 'events[13].proxy: "px" is not known'],
    ['a name that stands twice', broken('"id": "pb"', '"id": "pa"'), 'events[1].id: "pa" stands twice'],
    ['a number that stands twice', broken('"number": "2"', '"number": "1"'), 'house.premises: a number stands twice'],
    [
      'a time without a zone',
      broken('2026-05-29T20:00:00+03:00', '2026-05-29T20:00:00'),
      'assembly.closesAt: a moment',
    ],
    [
      'time that goes back',
      broken('2026-05-17T12:00:00+03:00', '2026-05-14T12:00:00+03:00'),
      'events[13].at: the events',
    ],
    ['an area that is no number', broken('"area": "50"', '"area": 50'), 'house.premises[0].area: a text is needed'],
    ['a share of nothing', broken('"share": "1"', '"share": "1/0"'), 'house.ownerships[0].share: an integer'],
    ['nothing expected', broken('"total": "500",', ''), 'expected.total: a text is needed'],
    [
      'fewer results than items',
      broken('{ "code": "4.1" }', '{ "code": "4.1" }, { "code": "5" }'),
      'expected.items: as many items as the agenda',
    ],
  ])('is refused with the place and the reason: %s', (_what, text, reason) => {
    expect(() => readScenario(text)).toThrow(reason);
  });

  it('is not every file', () => {
    expect(readScenario(good).events.length).toBeGreaterThan(30);
  });
});
