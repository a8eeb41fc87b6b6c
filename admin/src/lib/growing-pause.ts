const longest = 30_000;

/** Milliseconds before the next try: twice as long after each that failed, never above half a minute, and not in step with everybody else. */
export function pauseBefore(tries: number, chance: number): number {
  const whole = Math.min(longest, 1_000 * 2 ** Math.min(tries, 10));
  return whole / 2 + (chance * whole) / 2;
}
