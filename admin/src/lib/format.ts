/** Words for numbers and moments. Nothing is counted here: what the server wrote is only dressed for the reader. */
const forms = { ru: ['one', 'few', 'many', 'other'], en: ['one', 'other'] } as const;

/** Which of the forms `a | b | c` of a message fits: 1 голос, 2 голоса, 5 голосов, 1,5 голоса. */
export function pluralForm(locale: 'ru' | 'en', count: number): number {
  const form = new Intl.PluralRules(locale).select(count);
  const at = forms[locale].indexOf(form as never);
  return at === -1 ? forms[locale].length - 1 : at;
}

/** What chooses the form for a decimal text: one with written fraction digits always takes that of a fraction. */
export function countOf(decimal: string): number {
  return decimal.includes('.') ? 0.5 : Number(decimal);
}

/** `"1234.50"` as `1 234,50`, digit for digit. */
export function formatDecimal(locale: string, decimal: string): string {
  const digits = decimal.split('.')[1]?.length ?? 0;
  return new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(
    decimal as `${number}`,
  );
}

export function formatPercent(locale: string, percent: string): string {
  return `${formatDecimal(locale, percent)} %`;
}

export function formatArea(locale: string, area: string): string {
  return `${formatDecimal(locale, area)} ${locale === 'ru' ? 'м²' : 'm²'}`;
}

const zoneWords: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'Europe/Moscow': { ru: 'МСК', en: 'MSK' },
};

/** A moment in the zone of its house, which is always named. */
export function formatMoment(locale: string, moment: string, timeZone: string): string {
  const written = new Intl.DateTimeFormat(locale === 'ru' ? 'ru-RU' : 'en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  }).format(new Date(moment));
  // A line may break between day and time, nowhere else.
  return `${written} ${zoneWords[timeZone]?.[locale] ?? timeZone}`.replaceAll(/(?<!,) /g, '\u00A0');
}

/** A day of the calendar, which has no zone: `"2026-02-20"`. */
export function formatDate(locale: string, date: string): string {
  return new Intl.DateTimeFormat(locale === 'ru' ? 'ru-RU' : 'en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
    .format(new Date(`${date}T00:00:00Z`))
    .replaceAll(' ', '\u00A0');
}

/** A moment in the zone of the person who reads it: sessions, tokens, the journal. */
export function formatHere(locale: string, moment: string): string {
  return new Intl.DateTimeFormat(locale === 'ru' ? 'ru-RU' : 'en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  })
    .format(new Date(moment))
    .replaceAll(/(?<!,) /g, '\u00A0');
}
