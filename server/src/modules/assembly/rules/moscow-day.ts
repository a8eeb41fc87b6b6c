/** A term set in days begins on the day after the event and is counted in whole days (Civil Code art. 190, 191). */

const millisecondsPerDay = 86_400_000;
/** Moscow keeps UTC+3 all the year round. */
const moscowOffset = 3 * 3_600_000;

/** The number of the calendar day in Moscow, counted from 1 January 1970. */
export function moscowDay(moment: number): number {
  return Math.floor((moment + moscowOffset) / millisecondsPerDay);
}

/** The number of a calendar day written 'YYYY-MM-DD'. */
export function dayNumber(date: string): number {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  // Years are counted from March, so that the leap day is the last of its year.
  const marchYear = month > 2 ? year : year - 1;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return marchYear * 365 + leapDays + dayOfYear - 719_468;
}

/** Whole calendar days that lie between two moments, the days of both left out. */
export function fullDaysBetween(earlier: number, later: number): number {
  return Math.max(0, moscowDay(later) - moscowDay(earlier) - 1);
}
