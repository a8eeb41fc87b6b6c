import { describe, expect, test } from 'vitest';
import { isPaperInTime, isWithinVoting } from './voting-period.ts';

const at = (time: string): number => Date.parse(`2026-03-26T${time}+03:00`);
const opensAt = at('10:00:00');
const closesAt = at('20:00:00');

describe('a vote is in time', () => {
  test.each([
    ['09:59:59.999', false, 'before the opening'],
    ['10:00:00.000', true, 'as voting opens'],
    ['19:59:59.999', true, 'domain §5 rows 26, 28: received before the end'],
    ['20:00:00.000', false, 'domain §5 row 27: received at the end'],
  ])('received at %s: %s (%s)', (time, inTime) => {
    expect(isWithinVoting(at(time), opensAt, closesAt)).toBe(inTime);
  });
});

describe('paper is in time', () => {
  const limit = at('18:00:00');
  test.each([
    ['09:59:59.999', false],
    ['10:00:00.000', true],
    ['18:00:00.000', true],
    ['18:00:00.999', true],
    ['18:00:01.000', false],
  ])('handed over at %s: %s (domain §5 row 30)', (time, inTime) => {
    expect(isPaperInTime(at(time), opensAt, limit)).toBe(inTime);
  });
});
