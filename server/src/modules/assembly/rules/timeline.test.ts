import { describe, expect, it, test } from 'vitest';
import { lawfulTimeline } from './timeline.ts';
import type { PlannedTimeline } from './timeline.ts';

const second = 1_000;
const hour = 3_600 * second;
const day = 24 * hour;
const opensAt = Date.parse('2026-03-12T10:00:00+03:00');

const plan = (changes: Partial<PlannedTimeline> = {}): PlannedTimeline => ({
  form: 'SYSTEM',
  initiatorIsAdministrator: false,
  handedToAdministratorAt: opensAt - 16 * day,
  noticeAt: opensAt - 12 * day,
  opensAt,
  closesAt: opensAt + 14 * day,
  paperAcceptedUntil: null,
  ...changes,
});

const refusals = (changes: Partial<PlannedTimeline>): string[] => {
  const answer = lawfulTimeline(plan(changes));
  return answer.ok ? [] : answer.refusals.map(({ code }) => code);
};

describe('the timeline of a vote with the system', () => {
  it('takes paper until 48 hours before the end unless the assembly says otherwise', () => {
    expect(lawfulTimeline(plan())).toEqual({ ok: true, paperAcceptedUntil: opensAt + 12 * day, warnings: [] });
    expect(lawfulTimeline(plan({ paperAcceptedUntil: opensAt + day }))).toMatchObject({
      paperAcceptedUntil: opensAt + day,
    });
  });

  test.each([
    ['notice exactly 10×24 h before (domain §5 row 32)', { noticeAt: opensAt - 10 * day }, []],
    ['notice one second later (domain §5 row 32)', { noticeAt: opensAt - 10 * day + second }, ['NOTICE_TOO_LATE']],
    ['lasts exactly 7×24 h', { closesAt: opensAt + 7 * day }, []],
    ['lasts one second less (domain §5 row 33)', { closesAt: opensAt + 7 * day - second }, ['DURATION_TOO_SHORT']],
    ['lasts exactly 60×24 h', { closesAt: opensAt + 60 * day }, []],
    ['lasts one second more (domain §5 row 33)', { closesAt: opensAt + 60 * day + second }, ['DURATION_TOO_LONG']],
    ['closes before it opens', { closesAt: opensAt - day }, ['DURATION_TOO_SHORT', 'PAPER_LIMIT_INVALID']],
    ['handed over exactly 14×24 h before', { handedToAdministratorAt: opensAt - 14 * day }, []],
    [
      'handed over one second later',
      { handedToAdministratorAt: opensAt - 14 * day + second },
      ['HANDED_TO_ADMINISTRATOR_TOO_LATE'],
    ],
    ['never handed over', { handedToAdministratorAt: null }, ['HANDED_TO_ADMINISTRATOR_TOO_LATE']],
    [
      'never handed over, by an initiator who is the administrator',
      { handedToAdministratorAt: null, initiatorIsAdministrator: true },
      [],
    ],
    ['paper until the opening', { paperAcceptedUntil: opensAt }, []],
    ['paper until a second before the opening', { paperAcceptedUntil: opensAt - second }, ['PAPER_LIMIT_INVALID']],
    ['paper until the end', { paperAcceptedUntil: opensAt + 14 * day }, []],
    [
      'paper until a second after the end',
      { paperAcceptedUntil: opensAt + 14 * day + second },
      ['PAPER_LIMIT_INVALID'],
    ],
  ])('%s', (_case, changes: Partial<PlannedTimeline>, codes) => {
    expect(refusals(changes)).toEqual(codes);
  });

  it('names everything that is wrong, with the last lawful moment', () => {
    const answer = lawfulTimeline(plan({ noticeAt: opensAt - 9 * day, handedToAdministratorAt: opensAt - 9 * day }));
    expect(answer).toEqual({
      ok: false,
      refusals: [
        {
          code: 'HANDED_TO_ADMINISTRATOR_TOO_LATE',
          facts: { handedAt: opensAt - 9 * day, latest: opensAt - 14 * day },
        },
        { code: 'NOTICE_TOO_LATE', facts: { noticeAt: opensAt - 9 * day, latest: opensAt - 10 * day } },
      ],
    });
  });

  it('warns of fewer than ten and fourteen full calendar days (domain §5 row 32)', () => {
    const answer = lawfulTimeline(plan({ noticeAt: opensAt - 10 * day, handedToAdministratorAt: opensAt - 14 * day }));
    expect(answer).toMatchObject({
      ok: true,
      warnings: [
        { code: 'NOTICE_NOT_TEN_FULL_DAYS', facts: { fullDays: 9 } },
        { code: 'HANDED_NOT_FOURTEEN_FULL_DAYS', facts: { fullDays: 13 } },
      ],
    });
  });
});

describe('the timeline of an advisory poll', () => {
  const advisory = (changes: Partial<PlannedTimeline>) =>
    refusals({
      form: 'ADVISORY',
      handedToAdministratorAt: null,
      noticeAt: opensAt,
      closesAt: opensAt + hour,
      ...changes,
    });

  test.each([
    ['may be announced as it opens and last an hour', {}, []],
    ['may last half a year', { closesAt: opensAt + 180 * day }, []],
    ['is not announced after it opened', { noticeAt: opensAt + second }, ['NOTICE_TOO_LATE']],
    ['does not end as it opens', { closesAt: opensAt }, ['DURATION_TOO_SHORT']],
  ])('%s', (_case, changes: Partial<PlannedTimeline>, codes) => {
    expect(advisory(changes)).toEqual(codes);
  });

  it('shorter than 48 hours takes paper as it opens', () => {
    const answer = lawfulTimeline(plan({ form: 'ADVISORY', closesAt: opensAt + hour }));
    expect(answer).toEqual({ ok: true, paperAcceptedUntil: opensAt, warnings: [] });
  });
});
