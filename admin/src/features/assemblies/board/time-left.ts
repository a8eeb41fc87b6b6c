/** How long until a moment, in its two largest parts: 3 days 4 hours, 59 minutes 7 seconds. */
export interface TimeLeft {
  readonly parts: readonly { readonly unit: 'day' | 'hour' | 'minute' | 'second'; readonly count: number }[];
  readonly isOver: boolean;
}

const units = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;

export function timeLeft(now: number, until: number): TimeLeft {
  let seconds = Math.ceil((until - now) / 1000);
  if (seconds <= 0) return { parts: [], isOver: true };
  const first = units.findIndex(([, length]) => seconds >= length);
  const parts = units.slice(first, first + 2).map(([unit, length]) => {
    const count = Math.floor(seconds / length);
    seconds -= count * length;
    return { unit, count };
  });
  return { parts, isOver: false };
}
