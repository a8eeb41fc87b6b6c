import { recall, remember } from './browser-memory.ts';

/** What a browser remembers of its person. `public/first-paint.js` reads the same keys. */
export const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];
export const locales = ['ru', 'en'] as const;
export type Locale = (typeof locales)[number];

const keys = { theme: 'veche.theme', locale: 'veche.locale' } as const;

/** As Quasar takes it. */
export function storedTheme(): boolean | 'auto' {
  const theme = readTheme();
  return theme === 'auto' ? 'auto' : theme === 'dark';
}

export function readTheme(): Theme {
  const stored = recall(keys.theme);
  return themes.find((theme) => theme === stored) ?? 'auto';
}

export function writeTheme(theme: Theme): void {
  remember(keys.theme, theme);
}

/** null: never chosen here. */
export function readLocale(): Locale | null {
  const stored = recall(keys.locale);
  return locales.find((locale) => locale === stored) ?? null;
}

export function writeLocale(locale: Locale): void {
  remember(keys.locale, locale);
}
