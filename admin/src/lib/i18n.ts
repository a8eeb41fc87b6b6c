import { createI18n } from 'vue-i18n';
import { en, ru } from '../locales/words.ts';
import { pluralForm } from './format.ts';
import { readLocale } from './preferences.ts';

/** Russian first: it is what a browser without a choice gets. */
export const i18n = createI18n({
  legacy: false,
  locale: readLocale() ?? 'ru',
  fallbackLocale: false,
  messages: { ru, en },
  pluralRules: { ru: (count) => pluralForm('ru', count), en: (count) => pluralForm('en', count) },
});
