import { useI18n } from 'vue-i18n';
import { locales } from '../lib/preferences.ts';

/** A thing is found by its name in either language, whichever the page speaks. */
export function useBothLanguages() {
  const words = useI18n();
  const named = (key: string): string[] => locales.map((locale) => words.t(key, {}, { locale }));
  /** What else people call it. */
  const related = (name: string): string[] =>
    locales.flatMap((locale) => {
      const key = `search.also.${name}`;
      return words.te(key, locale) ? [words.t(key, {}, { locale })] : [];
    });
  return { named, related };
}
