import { FindBallotsDocument, FindNodeDocument, SearchDocument } from '@veche/shared/operations';
import { useQuery } from '@urql/vue';
import { computed, ref, watch } from 'vue';
import { useI18n } from 'vue-i18n';
import { useRouter, type RouteLocationRaw } from 'vue-router';
import { recallJson, remember } from '../lib/browser-memory.ts';
import { isSpokenCode } from '../lib/spoken-code.ts';
import { useSessionStore } from '../lib/session.store.ts';
import { commandActions } from './command-actions.ts';
import { foundBallots, foundNode, isGlobalId, readRecent, type Found } from './found.ts';
import { useNavigation } from './useNavigation.ts';

const keptRecently = 6;

/** Pages, actions, houses, people and assemblies by their words, anything by its number, ballots by their receipts; what was opened last when nothing is typed. */
export function useCommandSearch() {
  const { t } = useI18n();
  const router = useRouter();
  const navigation = useNavigation();
  const session = useSessionStore();
  const key = `veche.recent.${session.signedIn?.accountId ?? ''}`;
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
    pause: computed(() => asked.value.length < 2 || isGlobalId(asked.value)),
  });
  const numbered = useQuery({
    query: FindNodeDocument,
    variables: computed(() => ({ id: asked.value })),
    pause: computed(() => !isGlobalId(asked.value)),
  });
  const spoken = useQuery({
    query: FindBallotsDocument,
    variables: computed(() => ({ code: asked.value })),
    pause: computed(() => !isSpokenCode(asked.value)),
  });
  const recent = ref(readRecent(recallJson(key), keptRecently));
  const pages = computed(() =>
    navigation.value.flatMap(({ places }) =>
      places.map(({ title, path }): Found => ({ key: path, kind: 'page', title, under: null, to: path })),
    ),
  );
  const actions = computed(() =>
    commandActions
      .filter(({ roles }) => roles === null || session.holds(...roles))
      .map(({ name, to }): Found => ({ key: to, kind: 'action', title: t(`search.action.${name}`), under: null, to })),
  );
  const linkTo = (to: RouteLocationRaw): string => router.resolve(to).fullPath;
  const things = computed((): readonly Found[] => {
    if (isGlobalId(asked.value)) return foundNode(numbered.data.value?.node);
    const ballots = isSpokenCode(asked.value) ? foundBallots(spoken.data.value?.ballotsByCode) : [];
    if (asked.value.length < 2 || !data.value) return ballots;
    const { houses, persons, assemblies } = data.value;
    return [
      ...ballots,
      ...assemblies.nodes.map(({ id, title, house }) => ({
        key: id,
        kind: 'assembly' as const,
        title,
        under: house.address,
        to: `/assemblies/${id}`,
      })),
      ...houses.nodes.map(({ id, address }) => ({
        key: id,
        kind: 'house' as const,
        title: address,
        under: null,
        to: `/houses/${id}`,
      })),
      ...persons.nodes.map(({ id, displayName }) => ({
        key: id,
        kind: 'person' as const,
        title: displayName,
        under: null,
        to: `/people/${id}`,
      })),
    ];
  });
  const results = computed((): readonly Found[] => {
    const typed = text.value.trim().toLocaleLowerCase();
    if (typed === '')
      return [...recent.value, ...pages.value.filter(({ to }) => !recent.value.some((one) => one.to === to))];
    return [
      ...[...pages.value, ...actions.value].filter(({ title }) => title.toLocaleLowerCase().includes(typed)),
      ...things.value,
    ];
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
    isSearching: computed(
      () => fetching.value || numbered.fetching.value || spoken.fetching.value || text.value.trim() !== asked.value,
    ),
    kindName: (kind: Found['kind']) => t(`search.kind.${kind}`),
    open,
  };
}
