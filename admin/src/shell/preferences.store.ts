import { defineStore } from 'pinia';
import { Dark } from 'quasar';
import { computed, ref } from 'vue';
import { i18n } from '../lib/i18n.ts';
import {
  readLocale,
  readTheme,
  storedTheme,
  writeLocale,
  writeTheme,
  type Locale,
  type Theme,
} from '../lib/preferences.ts';

/** Language and theme of this browser. */
export const usePreferencesStore = defineStore('preferences', () => {
  const theme = ref<Theme>(readTheme());
  const locale = computed(() => i18n.global.locale.value);

  function chooseTheme(chosen: Theme): void {
    theme.value = chosen;
    writeTheme(chosen);
    Dark.set(storedTheme());
    document.documentElement.dataset['theme'] = Dark.isActive ? 'dark' : 'light';
  }

  function chooseLocale(chosen: Locale): void {
    writeLocale(chosen);
    i18n.global.locale.value = chosen;
  }

  return { theme, locale, isLocaleChosen: () => readLocale() !== null, chooseTheme, chooseLocale };
});
