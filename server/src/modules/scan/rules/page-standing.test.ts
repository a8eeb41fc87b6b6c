import { expect, it } from 'vitest';
import type { BoxReading } from './box-reading.ts';
import { standingOf, type ReadPage } from './page-standing.ts';

function box(verdict: BoxReading['verdict']): BoxReading {
  return { item: 1, answer: 'FOR', verdict, ink: 0 };
}
function page(changes: Partial<ReadPage> = {}): ReadPage {
  return { fault: null, code: 'OURS', boxes: [box('MARKED')], ...changes };
}

it.each([
  ['a page is read', page(), null, 'READ', null],
  ['the same again', page(), [box('MARKED')], 'REPEATED', null],
  ['the same, read worse', page({ boxes: [box('DOUBTFUL')] }), [box('MARKED')], 'REPEATED', null],
  ['the same page marked otherwise', page(), [box('EMPTY')], 'QUEUED', 'REPEATED_DIFFERENTLY'],
  ['a page that was named by a person before', page(), [], 'QUEUED', 'REPEATED_DIFFERENTLY'],
  [
    'a page of another assembly',
    page({ code: 'OTHER_ASSEMBLY', fault: 'CODE_UNKNOWN' }),
    null,
    'QUEUED',
    'OTHER_ASSEMBLY',
  ],
  ['a page without a code', page({ code: 'UNKNOWN', fault: 'CODE_NOT_FOUND' }), null, 'QUEUED', 'CODE_NOT_FOUND'],
  ['a bent page', page({ fault: 'TOO_WARPED', boxes: [] }), null, 'QUEUED', 'TOO_WARPED'],
  ['a code of nobody', page({ code: 'UNKNOWN' }), null, 'QUEUED', 'CODE_UNKNOWN'],
] as const)('%s', (_what, read, earlier, state, fault) => {
  expect(standingOf(read, earlier)).toEqual({ state, fault });
});
