/** What a clock on the wall of a house shows, as `datetime-local` writes it: `2026-02-20T10:00`. */
export function wallTimeOf(moment: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(moment));
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
}

/** The moment at which that clock shows it; null for what is no time. */
export function momentOf(wallTime: string, timeZone: string): string | null {
  // Browsers read much that is no time: an empty field would be the year 2000.
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(wallTime)) return null;
  const asUtc = Date.parse(`${wallTime}:00Z`);
  if (Number.isNaN(asUtc)) return null;
  const shown = Date.parse(`${wallTimeOf(new Date(asUtc).toISOString(), timeZone)}:00Z`);
  return new Date(asUtc - (shown - asUtc)).toISOString();
}
