import { describe, expect, test } from 'vitest';
import { fullDaysBetween } from './moscow-day.ts';
import { timelineWindow, type WindowFacts } from './timeline-window.ts';
import { lawfulTimeline } from './timeline.ts';

const day = 86_400_000;
const noticeAt = Date.parse('2026-02-01T16:20:00+03:00');
const facts: WindowFacts = {
  form: 'SYSTEM',
  initiatorIsAdministrator: true,
  handedToAdministratorAt: null,
  noticeAt,
  opensAt: null,
};

describe('the window of the dates', () => {
  test('opens ten days after the notice, and safely in the morning after ten whole days', () => {
    const window = timelineWindow(facts);
    expect(window.earliestOpening).toBe(noticeAt + 10 * day);
    expect(new Date(window.safeOpening).toISOString()).toBe('2026-02-12T07:00:00.000Z');
    expect(fullDaysBetween(noticeAt, window.safeOpening)).toBe(10);
  });

  test('waits fourteen days for an administrator who was handed the notice', () => {
    const handedToAdministratorAt = noticeAt - day;
    const window = timelineWindow({ ...facts, initiatorIsAdministrator: false, handedToAdministratorAt });
    expect(window.earliestOpening).toBe(handedToAdministratorAt + 14 * day);
  });

  test('ends between seven and sixty days later, and both ends are lawful', () => {
    const opensAt = noticeAt + 20 * day;
    const { earliestEnd, latestEnd } = timelineWindow({ ...facts, opensAt });
    expect([earliestEnd, latestEnd]).toEqual([opensAt + 7 * day, opensAt + 60 * day]);
    for (const closesAt of [earliestEnd, latestEnd ?? 0]) {
      expect(lawfulTimeline({ ...facts, opensAt, closesAt, paperAcceptedUntil: null }).ok).toBe(true);
    }
  });

  test('is open at once for a poll, and never shut', () => {
    const window = timelineWindow({ ...facts, form: 'ADVISORY' });
    expect(window.earliestOpening).toBe(noticeAt);
    expect(window.latestEnd).toBeNull();
  });
});
