/** Moments as the papers write them: with their zone, and days as the calendar of the house counts them (ГК art. 190). */

export function writtenMoment(moment: Date, timeZone: string): string {
  const written = new Intl.DateTimeFormat('ru-RU', { dateStyle: 'long', timeStyle: 'short', timeZone }).format(moment);
  return `${written} ${timeZone === 'Europe/Moscow' ? 'по московскому времени' : `(${timeZone})`}`;
}

export function writtenDay(moment: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('ru-RU', { dateStyle: 'long', timeZone }).format(moment);
}

/** "22.02.2026, 10:15" */
export function shortMoment(moment: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('ru-RU', { dateStyle: 'short', timeStyle: 'short', timeZone }).format(moment);
}
