import { formatArea, formatDate, formatMoment } from './format.ts';
import type { Change, Named } from './history.ts';

/** What the words of a change are made of: those of the reader's language. */
export interface ChangeWords {
  readonly locale: string;
  readonly t: (key: string) => string;
  readonly te: (key: string) => boolean;
}

function isPair(value: unknown): value is { readonly before: unknown; readonly after: unknown } {
  return typeof value === 'object' && value !== null && 'before' in value && 'after' in value;
}

/** `5430` hundredths of a square metre as `54.30`; corrections keep whole numbers in the journal. */
function areaOf(hundredths: string): string {
  const digits = hundredths.padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function wordText(words: ChangeWords, field: string, text: string): string {
  const { t, te, locale } = words;
  if (field === 'area' && /^\d+$/.test(text)) return formatArea(locale, areaOf(text));
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text)) return formatMoment(locale, text, 'Europe/Moscow');
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return formatDate(locale, text);
  if (field === 'scopes') return wordCode(words, `tokens.scope.${text.toUpperCase().replace(':', '_')}`, text);
  if (field === 'fields' && te(`field.${text}`)) return t(`field.${text}`);
  return /^[A-Za-z_]+$/.test(text) ? wordCode(words, `code.${text}`, text) : text;
}

/** A code without words is not shown as such; a plain word is. */
function wordCode({ t, te }: ChangeWords, key: string, text: string): string {
  if (te(key)) return t(key);
  return /^[A-Z]+(_[A-Z]+)+$/.test(text) ? t('ui.otherCode') : text;
}

function word(
  words: ChangeWords,
  field: string,
  value: unknown,
  names: ReadonlyMap<string, string | null>,
): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'boolean') return words.t(value ? 'ui.yes' : 'ui.no');
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') {
    const name = names.get(value);
    return name === undefined ? wordText(words, field, value) : (name ?? words.t('ui.hiddenThing'));
  }
  const parts: readonly unknown[] = Array.isArray(value) ? value : Object.values(value);
  const written = parts.map((part) => word(words, field, part, names)).filter((part) => part !== null);
  return written.length === 0 ? null : written.join(field === 'agenda' ? '; ' : ', ');
}

/** The changes of a journal row in words, field by field: before and after where both are known, else only what it became. */
export function readChanges(
  words: ChangeWords,
  json: string | null | undefined,
  mentioned: readonly Named[] = [],
): readonly Change[] {
  if (json == null) return [];
  const changes = JSON.parse(json) as unknown;
  if (typeof changes !== 'object' || changes === null) return [];
  const names = new Map(mentioned.map(({ id, name }) => [id, name ?? null]));
  const all = Object.entries(changes).map(([field, value]: [string, unknown]) => {
    const pair = isPair(value) ? value : { before: null, after: value };
    return {
      field: words.te(`field.${field}`) ? words.t(`field.${field}`) : words.t('ui.otherCode'),
      before: word(words, field, pair.before, names),
      after: word(words, field, pair.after, names),
    };
  });
  // A moment that lost its seconds reads as it did.
  return all.filter(({ before, after }) => before === null || before !== after);
}
