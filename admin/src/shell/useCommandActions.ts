import { computed, inject } from 'vue';
import { useI18n } from 'vue-i18n';
import { useRoute, useRouter } from 'vue-router';
import { allBeginnings, beginnings, useBeginnings } from '../lib/beginnings.ts';
import { pageActionsKey } from '../lib/page-actions.ts';
import { locales, themes } from '../lib/preferences.ts';
import type { Offered } from './found.ts';
import { usePreferencesStore } from './preferences.store.ts';
import { useBothLanguages } from './useBothLanguages.ts';
import { useSession } from './useSession.ts';

/** What the page at hand lets one do, what can be begun from anywhere, and what changes how the console looks. */
export function useCommandActions() {
  const { t } = useI18n();
  const route = useRoute();
  const router = useRouter();
  const { named, related } = useBothLanguages();
  const { mayBegin } = useBeginnings();
  const preferences = usePreferencesStore();
  const { speak, signOut } = useSession();
  const sources = inject(pageActionsKey, new Set());

  const action = (name: string, to: Offered['to']): Offered => ({
    key: `action ${name}`,
    kind: 'action',
    title: t(`search.action.${name}`),
    under: null,
    to,
    names: named(`search.action.${name}`),
    related: related(name),
  });
  const begun = computed(() => allBeginnings.filter(mayBegin).map((name) => action(name, beginnings[name].to)));
  /** What begins on this very page, `/people?new=1`, or under it, `/assemblies/new`. */
  const isHere = ({ to }: Offered): boolean =>
    route.path !== '/' &&
    typeof to === 'string' &&
    to.startsWith(route.path) &&
    /^[/?#]/.test(to.slice(route.path.length));
  const here = computed((): readonly Offered[] => [
    ...[...sources]
      .flatMap((source) => source())
      .map(({ words, to }) => ({
        key: `here ${words}`,
        kind: 'here' as const,
        title: t(words),
        under: null,
        to: typeof to === 'function' ? to : router.resolve(to).fullPath,
        names: named(words),
        related: typeof to === 'object' && 'name' in to ? related(String(to.name)) : [],
      })),
    ...begun.value.filter(isHere).map((one) => ({ ...one, kind: 'here' as const })),
  ]);
  const actions = computed((): readonly Offered[] => [
    ...begun.value.filter((one) => !isHere(one)),
    ...themes
      .filter((theme) => theme !== preferences.theme)
      .map((theme) => action(`theme-${theme}`, () => preferences.chooseTheme(theme))),
    ...locales
      .filter((locale) => locale !== preferences.locale)
      .map((locale) => action(`locale-${locale}`, () => speak(locale))),
    action('signOut', signOut),
  ]);
  return { here, actions };
}
