const windowMs = 10 * 60_000;
const mostInWindow = 20;

export type Pace =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: 'SLOW_MODE' | 'TOO_MANY_MESSAGES'; readonly seconds: number };

/**
 * Nobody floods a chat: 20 messages in ten minutes at most, and where slow mode is on, its pause after each. Whoever
 * moderates is not slowed down. Moments are epoch milliseconds, newest first.
 */
export function judgePace(facts: {
  readonly now: number;
  readonly posted: readonly number[];
  readonly slowModeSeconds: number;
  readonly moderates: boolean;
}): Pace {
  const { now, posted, slowModeSeconds, moderates } = facts;
  const [last] = posted;
  if (!moderates && last !== undefined) {
    const free = last + slowModeSeconds * 1000;
    if (now < free) return { ok: false, code: 'SLOW_MODE', seconds: Math.ceil((free - now) / 1000) };
  }
  const oldest = posted[mostInWindow - 1];
  if (oldest !== undefined && now < oldest + windowMs) {
    return { ok: false, code: 'TOO_MANY_MESSAGES', seconds: Math.ceil((oldest + windowMs - now) / 1000) };
  }
  return { ok: true };
}
