import type { Locale } from '../../kernel/viewer.ts';
import type { TimelineWarning } from './rules/timeline.ts';

/** Moments among the facts of a refusal as ISO text; lengths of time stay numbers. */
export function readableFacts(
  facts: Readonly<Record<string, string | number | null>>,
): Record<string, string | number | null> {
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [
      name,
      typeof value === 'number' && value > 100_000_000_000 ? new Date(value).toISOString() : value,
    ]),
  );
}

export function wordWarning(code: TimelineWarning['code'], fullDays: number, locale: Locale): string {
  const words: Readonly<Record<TimelineWarning['code'], Readonly<Record<Locale, string>>>> = {
    NOTICE_NOT_TEN_FULL_DAYS: {
      ru: `Между сообщением и началом голосования ${fullDays} полных календарных дней: надёжнее десять (ГК РФ, ст. 191).`,
      en: `There are ${fullDays} full calendar days between the notice and the opening: ten are safer (Civil Code, art. 191).`,
    },
    HANDED_NOT_FOURTEEN_FULL_DAYS: {
      ru: `Между передачей администратору и началом голосования ${fullDays} полных календарных дней: надёжнее четырнадцать.`,
      en: `There are ${fullDays} full calendar days between the hand-over to the administrator and the opening: fourteen are safer.`,
    },
  };
  return words[code][locale];
}
