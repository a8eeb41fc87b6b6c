import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import type { Offered } from './found.ts';
import { useBothLanguages } from './useBothLanguages.ts';
import { useNavigation } from './useNavigation.ts';

/** Parts of a page that one looks for by a name of their own; whoever sees the page sees them. */
const corners = [
  { name: 'voting', page: 'assemblies', query: 'state=VOTING' },
  { name: 'drafts', page: 'assemblies', query: 'state=DRAFT' },
  { name: 'closed', page: 'assemblies', query: 'state=CLOSED' },
  { name: 'shares', page: 'houses', query: 'only=problems' },
  { name: 'invited', page: 'accounts', query: 'state=INVITED' },
] as const;

/** Every page that the rail shows to this viewer, with its corners. */
export function useCommandPages() {
  const { t } = useI18n();
  const { named, related } = useBothLanguages();
  const navigation = useNavigation();
  const places = computed(() => navigation.value.flatMap((section) => section.places));
  const pages = computed((): readonly Offered[] => [
    ...places.value.map(({ name, words, title, path }) => ({
      key: path,
      kind: 'page' as const,
      title,
      under: null,
      to: path,
      names: named(words),
      related: related(name),
    })),
    {
      key: 'explorer',
      kind: 'page',
      title: t('shell.explorer'),
      under: null,
      to: () => location.assign('/explorer'),
      names: named('shell.explorer'),
      related: related('explorer'),
    },
  ]);
  const parts = computed((): readonly Offered[] =>
    corners.flatMap(({ name, page, query }) => {
      const place = places.value.find((one) => one.name === page);
      if (!place) return [];
      const to = `${place.path}?${query}`;
      const names = named(`search.corner.${name}`);
      return [{ key: to, kind: 'page', title: t(`search.corner.${name}`), under: place.title, to, names }];
    }),
  );
  return { pages, parts };
}
