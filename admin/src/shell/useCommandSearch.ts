import { FindBallotsDocument, FindNodeDocument, SearchDocument } from '@veche/shared/operations';
import { useQuery } from '@urql/vue';
import { computed, ref, watch } from 'vue';
import { useI18n } from 'vue-i18n';
import { useRouter } from 'vue-router';
import { recallJson, remember } from '../lib/browser-memory.ts';
import { isSpokenCode } from '../lib/spoken-code.ts';
import { useSessionStore } from '../lib/session.store.ts';
import { foundBallots, foundNode, isGlobalId, readRecent, type Found } from './found.ts';
import { matching } from './matching-words.ts';
import { useCommandActions } from './useCommandActions.ts';
import { useCommandPages } from './useCommandPages.ts';
import { useOpenDesks } from './useOpenDesks.ts';

const keptRecently = 6;
/** More of what is always there would hide what the server finds. */
const mostKnown = 12;
const mostHere = 7;

/**
 * Pages, actions, houses, people and assemblies by their words, anything by its number, ballots by their receipts. What the page at
 * hand offers stands first; when nothing is typed, what was opened last follows.
 */
export function useCommandSearch() {
  const { t } = useI18n();
  const router = useRouter();
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
  const { here, actions } = useCommandActions();
  const { pages, parts } = useCommandPages();
  const desksFor = useOpenDesks();
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
    const typed = text.value.trim();
    if (typed === '')
      return [
        ...here.value.slice(0, mostHere),
        ...recent.value,
        ...pages.value.filter(({ to }) => !recent.value.some((one) => one.to === to)),
      ];
    return [
      ...matching(typed, here.value),
      ...matching(typed, [...pages.value, ...parts.value, ...actions.value]).slice(0, mostKnown),
      ...desksFor(typed).slice(0, mostKnown),
      ...things.value,
    ];
  });

  async function open({ key: id, kind, title, under, to }: Found): Promise<void> {
    if (typeof to !== 'string') {
      await to();
      return;
    }
    // «Paper» of some assembly says too little on any other page.
    if (kind !== 'here') {
      const opened = { key: id, kind: 'recent' as const, title, under, to };
      recent.value = [opened, ...recent.value.filter((one) => one.to !== to)].slice(0, keptRecently);
      remember(key, JSON.stringify(recent.value));
    }
    await router.push(to);
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
