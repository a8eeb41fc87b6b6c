import { SearchDocument } from '@veche/shared/operations';
import { useQuery } from '@urql/vue';
import { computed, ref, watch } from 'vue';
import { useI18n } from 'vue-i18n';
import { useRouter, type RouteLocationRaw } from 'vue-router';
import { recallJson, remember } from '../lib/browser-memory.ts';
import { useSessionStore } from '../lib/session.store.ts';
import { useNavigation } from './useNavigation.ts';

export interface Found {
  readonly key: string;
  readonly kind: 'page' | 'house' | 'person' | 'assembly' | 'recent';
  readonly title: string;
  readonly under: string | null;
  readonly to: string;
}

const keptRecently = 6;

/** Pages, houses, people and assemblies by their words; what was opened last when nothing is typed. */
export function useCommandSearch() {
  const { t } = useI18n();
  const router = useRouter();
  const navigation = useNavigation();
  const key = `veche.recent.${useSessionStore().signedIn?.accountId ?? ''}`;
  const text = ref('');
  const asked = ref('');
  let waiting: ReturnType<typeof setTimeout> | undefined;
  watch(text, (typed) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      asked.value = typed.trim();
    }, 150);
  });
  const { data, fetching } = useQuery({
    query: SearchDocument,
    variables: computed(() => ({ text: asked.value })),
    pause: computed(() => asked.value.length < 2),
  });
  const recent = ref(readRecent(recallJson(key)));
  const pages = computed(() =>
    navigation.value.flatMap(({ places }) =>
      places.map(({ title, path }): Found => ({ key: path, kind: 'page', title, under: null, to: path })),
    ),
  );
  const linkTo = (to: RouteLocationRaw): string => router.resolve(to).fullPath;
  const things = computed((): Found[] => {
    if (asked.value.length < 2 || !data.value) return [];
    const { houses, persons, assemblies } = data.value;
    return [
      ...assemblies.nodes.map(({ id, title, house }) =>
        found('assembly', id, title, house.address, `/assemblies/${id}`),
      ),
      ...houses.nodes.map(({ id, address }) => found('house', id, address, null, `/houses/${id}`)),
      ...persons.nodes.map(({ id, displayName }) => found('person', id, displayName, null, `/people/${id}`)),
    ];
  });
  const results = computed((): readonly Found[] => {
    const typed = text.value.trim().toLocaleLowerCase();
    if (typed === '')
      return [...recent.value, ...pages.value.filter(({ to }) => !recent.value.some((one) => one.to === to))];
    return [...pages.value.filter(({ title }) => title.toLocaleLowerCase().includes(typed)), ...things.value];
  });

  async function open(chosen: Found): Promise<void> {
    recent.value = [{ ...chosen, kind: 'recent' as const }, ...recent.value.filter(({ to }) => to !== chosen.to)].slice(
      0,
      keptRecently,
    );
    remember(key, JSON.stringify(recent.value));
    await router.push(linkTo(chosen.to));
  }

  return {
    text,
    results,
    isSearching: computed(() => fetching.value || text.value.trim() !== asked.value),
    kindName: (kind: Found['kind']) => t(`search.kind.${kind}`),
    open,
  };
}

function found(kind: Found['kind'], id: string, title: string, under: string | null, to: string): Found {
  return { key: id, kind, title, under, to };
}

function isFound(one: unknown): one is Found {
  return typeof one === 'object' && one !== null && 'to' in one && 'title' in one && typeof one.to === 'string';
}

function readRecent(remembered: unknown): readonly Found[] {
  return Array.isArray(remembered) ? remembered.filter(isFound).slice(0, keptRecently) : [];
}
