const day = 86_400_000;
const hour = 3_600_000;

/** How long until a moment, as one would say it: whole days, in the last two days hours. Negative: it has passed. */
export function timeUntil(moment: string, now: number): { readonly unit: 'days' | 'hours'; readonly count: number } {
  const left = Date.parse(moment) - now;
  return Math.abs(left) >= 2 * day
    ? { unit: 'days', count: Math.trunc(left / day) }
    : { unit: 'hours', count: Math.trunc(left / hour) };
}

/** What ends within two days is urgent. */
export function isSoon(moment: string, now: number): boolean {
  return Date.parse(moment) - now < 2 * day;
}
