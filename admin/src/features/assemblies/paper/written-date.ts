const isWritten = /^(\d{1,2})[.\-/ ]?(\d{2})(?:[.\-/ ]?(\d{4}|\d{2}))?$/;
const isIso = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * The date that somebody writes as it stands on paper, day first and in whatever browser: 20.11.2026, 20.11.26, 2011. Without a
 * year it is the last such day. As YYYY-MM-DD; null where there is no such day.
 */
export function writtenDate(text: string, today: string): string | null {
  const written = text.trim();
  if (isIso.test(written)) return isDay(written) ? written : null;
  const [, day = '', month = '', year] = isWritten.exec(written) ?? [];
  const rest = `-${month}-${day.padStart(2, '0')}`;
  if (year !== undefined) return either(`${year.padStart(4, '20')}${rest}`);
  const thisYear = `${today.slice(0, 4)}${rest}`;
  return either(thisYear <= today ? thisYear : `${String(Number(today.slice(0, 4)) - 1)}${rest}`);
}

function either(date: string): string | null {
  return isDay(date) ? date : null;
}

function isDay(date: string): boolean {
  const at = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(date);
}

/** 2026-11-20 as it is written on paper. */
export function asWritten(date: string): string {
  return isIso.test(date) ? date.split('-').toReversed().join('.') : date;
}
