/** The moments between which the dates of an assembly may be set, were its notice posted now (art. 45 p. 4, art. 47.1 p. 3, 9). */
import { moscowDay } from './moscow-day.ts';
import { windowLimits, type AssemblyForm } from './timeline.ts';

const hour = 3_600_000;
const day = 24 * hour;

export interface WindowFacts {
  readonly form: AssemblyForm;
  readonly initiatorIsAdministrator: boolean;
  readonly handedToAdministratorAt: number | null;
  readonly noticeAt: number;
  readonly opensAt: number | null;
}

export interface TimelineWindow {
  readonly earliestOpening: number;
  /** Ten in the morning in Moscow, after as many whole calendar days as are safe. */
  readonly safeOpening: number;
  /** Of the opening that is set, or else of the safe one. */
  readonly earliestEnd: number;
  readonly latestEnd: number | null;
}

export function timelineWindow(facts: WindowFacts): TimelineWindow {
  const { form, noticeAt, opensAt, initiatorIsAdministrator, handedToAdministratorAt } = facts;
  const limit = windowLimits[form];
  const handedAt =
    limit.handed === null || initiatorIsAdministrator ? null : (handedToAdministratorAt ?? noticeAt) + limit.handed;
  const earliestOpening = Math.max(noticeAt + limit.notice, handedAt ?? 0);
  const safeDay = moscowDay(earliestOpening) + 1;
  const safeOpening = safeDay * day + 7 * hour;
  const opening = opensAt ?? safeOpening;
  return {
    earliestOpening,
    safeOpening,
    earliestEnd: opening + limit.shortest,
    latestEnd: limit.longest === Infinity ? null : opening + limit.longest,
  };
}
