import { describe, expect, it } from 'vitest';
import { judgePace } from './posting-pace.ts';

const now = 1_000_000_000;
const ago = (...seconds: number[]): number[] => seconds.map((second) => now - second * 1000);

describe('the pace of a chat', () => {
  it.each([
    ['a first message', [], 0, false, { ok: true }],
    ['another at once, without slow mode', ago(0), 0, false, { ok: true }],
    ['a second too early', ago(29), 30, false, { ok: false, code: 'SLOW_MODE', seconds: 1 }],
    ['exactly in time', ago(30), 30, false, { ok: true }],
    ['of whoever moderates', ago(1), 30, true, { ok: true }],
    ['the twentieth', ago(...Array.from({ length: 19 }, (_, at) => at)), 0, false, { ok: true }],
    [
      'the twenty-first in ten minutes',
      ago(...Array.from({ length: 20 }, (_, at) => at + 1)),
      0,
      true,
      { ok: false, code: 'TOO_MANY_MESSAGES', seconds: 580 },
    ],
    [
      'the twenty-first after ten minutes',
      ago(...Array.from({ length: 20 }, (_, at) => 581 + at)),
      0,
      false,
      { ok: true },
    ],
  ])('%s', (_what, posted, slowModeSeconds, moderates, pace) => {
    expect(judgePace({ now, posted, slowModeSeconds, moderates })).toEqual(pace);
  });
});
