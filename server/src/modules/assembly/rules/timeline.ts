/** Voting with a system has a notice at least 10 days before it and lasts from 7 to 60 days without a break (art. 45 p. 4, art. 47.1 p. 3, 5, 9). */
import type { RefusalCode } from '@veche/shared/refusals';
import { fullDaysBetween } from './moscow-day.ts';

const hour = 3_600_000;
const day = 24 * hour;

export const handedToAdministratorBefore = 14 * day;
export const noticeBefore = 10 * day;
const shortestVoting = 7 * day;
const longestVoting = 60 * day;
const paperLimitBefore = 48 * hour;
/** How long the closing waits for requests received in time and still on their way. */
export const closingGrace = 10_000;

export type AssemblyForm = 'SYSTEM' | 'ADVISORY';

export interface PlannedTimeline {
  readonly form: AssemblyForm;
  readonly initiatorIsAdministrator: boolean;
  readonly handedToAdministratorAt: number | null;
  readonly noticeAt: number;
  readonly opensAt: number;
  readonly closesAt: number;
  /** null: as the law has it, 48 hours before the end. */
  readonly paperAcceptedUntil: number | null;
}

export interface TimelineRefusal {
  readonly code: RefusalCode;
  readonly facts: Readonly<Record<string, number | null>>;
}

export interface TimelineWarning {
  readonly code: 'NOTICE_NOT_TEN_FULL_DAYS' | 'HANDED_NOT_FOURTEEN_FULL_DAYS';
  readonly facts: { readonly fullDays: number };
}

export type TimelineAnswer =
  | { readonly ok: true; readonly paperAcceptedUntil: number; readonly warnings: readonly TimelineWarning[] }
  | { readonly ok: false; readonly refusals: readonly TimelineRefusal[] };

/** What the form asks for; an advisory poll has no legal minimum, only an order of events. */
export const windowLimits = {
  SYSTEM: {
    notice: noticeBefore,
    handed: handedToAdministratorBefore,
    shortest: shortestVoting,
    longest: longestVoting,
  },
  ADVISORY: { notice: 0, handed: null, shortest: 1, longest: Infinity },
} as const;

export function paperLimitOf(plan: PlannedTimeline): number {
  // A short poll may be over within the 48 hours: paper is then taken at least when it opens.
  return plan.paperAcceptedUntil ?? Math.max(Math.min(plan.opensAt, plan.closesAt), plan.closesAt - paperLimitBefore);
}

function refusalsOf(plan: PlannedTimeline): TimelineRefusal[] {
  const { noticeAt, opensAt, closesAt, handedToAdministratorAt: handedAt } = plan;
  const limit = windowLimits[plan.form];
  const found: TimelineRefusal[] = [];
  const refuse = (code: RefusalCode, facts: TimelineRefusal['facts']) => found.push({ code, facts });

  if (limit.handed !== null && !plan.initiatorIsAdministrator) {
    const latest = opensAt - limit.handed;
    if (handedAt === null || handedAt > latest) refuse('HANDED_TO_ADMINISTRATOR_TOO_LATE', { handedAt, latest });
  }
  if (noticeAt > opensAt - limit.notice) refuse('NOTICE_TOO_LATE', { noticeAt, latest: opensAt - limit.notice });
  const lasts = closesAt - opensAt;
  if (lasts < limit.shortest) refuse('DURATION_TOO_SHORT', { lasts, shortest: limit.shortest });
  if (lasts > limit.longest) refuse('DURATION_TOO_LONG', { lasts, longest: limit.longest });
  const until = paperLimitOf(plan);
  if (until < opensAt || until > closesAt)
    refuse('PAPER_LIMIT_INVALID', { paperAcceptedUntil: until, opensAt, closesAt });
  return found;
}

function warningsOf(plan: PlannedTimeline): TimelineWarning[] {
  if (plan.form === 'ADVISORY') return [];
  const warnings: TimelineWarning[] = [];
  const noticeDays = fullDaysBetween(plan.noticeAt, plan.opensAt);
  if (noticeDays < 10) warnings.push({ code: 'NOTICE_NOT_TEN_FULL_DAYS', facts: { fullDays: noticeDays } });
  if (!plan.initiatorIsAdministrator && plan.handedToAdministratorAt !== null) {
    const handedDays = fullDaysBetween(plan.handedToAdministratorAt, plan.opensAt);
    if (handedDays < 14) warnings.push({ code: 'HANDED_NOT_FOURTEEN_FULL_DAYS', facts: { fullDays: handedDays } });
  }
  return warnings;
}

/** Exactly 10 × 24 hours are enough and one second less is not; ten whole calendar days are safer, so their lack is a warning. */
export function lawfulTimeline(plan: PlannedTimeline): TimelineAnswer {
  const refusals = refusalsOf(plan);
  if (refusals.length > 0) return { ok: false, refusals };
  return { ok: true, paperAcceptedUntil: paperLimitOf(plan), warnings: warningsOf(plan) };
}
