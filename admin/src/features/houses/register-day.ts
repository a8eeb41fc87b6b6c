import { momentOf } from '../../lib/wall-time.ts';

/** The register counts its days in Moscow. */
const registerZone = 'Europe/Moscow';

/** The moment at which a day of the register begins; nothing for an empty field, which means now. */
export function beginningOf(day: string): string | null {
  return day === '' ? null : momentOf(`${day}T00:00`, registerZone);
}

export function formatDay(locale: string, moment: string): string {
  return new Intl.DateTimeFormat(locale === 'ru' ? 'ru-RU' : 'en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: registerZone,
  }).format(new Date(moment));
}
