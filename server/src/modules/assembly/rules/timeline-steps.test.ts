import { describe, expect, it } from 'vitest';
import { explainTimeline } from './timeline-steps.ts';

const day = 86_400_000;
const opensAt = Date.parse('2026-03-12T10:00:00+03:00');
const plan = {
  form: 'SYSTEM',
  initiatorIsAdministrator: false,
  handedToAdministratorAt: null,
  noticeAt: opensAt - 11 * day,
  opensAt,
  closesAt: opensAt + 14 * day,
  paperAcceptedUntil: null,
} as const;

describe('the steps of an assembly', () => {
  it('say what falls on which moment, in its order', () => {
    const steps = explainTimeline(plan).map(({ step, at, latest }) => [step, at, latest]);
    expect(steps).toEqual([
      ['HANDED_TO_ADMINISTRATOR', null, opensAt - 14 * day],
      ['NOTICE', opensAt - 11 * day, opensAt - 10 * day],
      ['OPENS', opensAt, null],
      ['PAPER_LIMIT', opensAt + 12 * day, opensAt + 14 * day],
      ['CLOSES', opensAt + 14 * day, null],
      ['RESULT', opensAt + 14 * day + 10_000, null],
    ]);
  });

  it('leave out the handing over where the initiator is the administrator', () => {
    const [first] = explainTimeline({ ...plan, initiatorIsAdministrator: true });
    expect(first?.step).toBe('NOTICE');
  });

  it('claim no law for an advisory poll', () => {
    const steps = explainTimeline({ ...plan, form: 'ADVISORY' });
    expect(steps.map(({ step }) => step)).toEqual(['NOTICE', 'OPENS', 'PAPER_LIMIT', 'CLOSES', 'RESULT']);
    expect(steps.filter(({ lawRu, lawEn }) => /ст\.|art\./.test(lawRu + lawEn))).toEqual([]);
  });

  it('are worded in Russian and in English', () => {
    for (const step of [...explainTimeline(plan), ...explainTimeline({ ...plan, form: 'ADVISORY' })]) {
      expect(step.ru + step.lawRu).toMatch(/[а-я]/);
      expect(step.en + step.lawEn).not.toMatch(/[а-я]/i);
    }
  });
});
