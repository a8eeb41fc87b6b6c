import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import { useRoute, useRouter } from 'vue-router';
import { useSessionStore } from '../lib/session.store.ts';
import { useUnreadStore } from '../lib/unread.store.ts';

export interface Place {
  readonly path: string;
  readonly name: string;
  readonly title: string;
  /** The key of the title, for whoever looks for it in another language. */
  readonly words: string;
  readonly icon: string;
  readonly isHere: boolean;
  /** Not on the rail. */
  readonly isAside: boolean;
  /** How many things wait there. */
  readonly waiting: number;
}

const sections = ['work', 'platform', 'own'] as const;

/** The pages of this viewer, as the features name them in their routes. */
export function useNavigation() {
  const { t } = useI18n();
  const router = useRouter();
  const route = useRoute();
  const session = useSessionStore();
  const unread = useUnreadStore();
  const open = computed(() =>
    router
      .getRoutes()
      .flatMap(({ path, name, meta }) =>
        meta.navigation ? [{ path, name: String(name), words: meta.title ?? '', ...meta.navigation }] : [],
      )
      .filter(({ roles }) => roles === undefined || session.holds(...roles))
      .toSorted((a, b) => a.order - b.order),
  );
  const placesOf = (section: (typeof sections)[number]): Place[] =>
    open.value
      .filter((page) => page.section === section)
      .map(({ path, name, words, icon, counts, isAside = false }) => ({
        path,
        name,
        icon,
        words,
        isAside,
        title: t(words),
        waiting: counts === 'UNREAD_MESSAGES' ? unread.count : 0,
        // One assembly is still among the assemblies.
        isHere: route.path === path || (path !== '/' && route.path.startsWith(`${path}/`)),
      }));
  return computed(() => sections.map((section) => ({ section, places: placesOf(section) })));
}
